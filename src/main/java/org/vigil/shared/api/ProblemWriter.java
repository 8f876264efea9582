package org.vigil.shared.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Writes a problem where no controller is at hand: in filters and in the security chain. */
@Component
public class ProblemWriter {

    private final ApiJson json;

    ProblemWriter(ApiJson json) {
        this.json = json;
    }

    /**
     * Answers the request with {@code application/problem+json}.
     *
     * @param detail what is wrong and what to do, for a person
     */
    public void write(HttpServletRequest request, HttpServletResponse response, int status, String title, String detail)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(status);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader("Cache-Control", "no-store");
        response.getOutputStream().write(json.bytes(Problem.of(status, title, detail, request.getRequestURI())));
    }
}
