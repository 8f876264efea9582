package org.vigil.shared.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.vigil.shared.ChangedMeanwhileException;
import org.vigil.shared.InvalidInputException;
import tools.jackson.core.JacksonException;

/** Answers what goes wrong in the API as {@code application/problem+json}; what is not the API's is left alone. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems {

    private static final Logger LOG = LoggerFactory.getLogger(ApiProblems.class);

    @ExceptionHandler
    ResponseEntity<Problem> handle(Exception problem, HttpServletRequest request) throws Exception {
        if (!request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
            throw problem;
        }
        if (causedBy(problem, BodyTooLargeException.class) instanceof BodyTooLargeException tooLarge) {
            return answer(problem(request, 413, "Too large", tooLarge.getMessage()));
        }
        return switch (problem) {
            case InvalidInputException invalid ->
                answer(problem(request, 400, "Not acceptable as it is", invalid.field() + " " + invalid.getMessage())
                        .withReasons(List.of(new ItemReason(invalid.field(), invalid.getMessage()))));
            case MalformedBodyException malformed ->
                answer(problem(request, 400, "Unreadable", malformed.getMessage()));
            case HttpMessageNotReadableException unreadable -> unreadable(unreadable, request);
            case MissingServletRequestParameterException missing ->
                answer(problem(request, 400, "Not acceptable as it is", missing.getParameterName() + " is required."));
            case MethodArgumentTypeMismatchException mismatch ->
                answer(problem(request, 400, "Not acceptable as it is", mismatch.getName() + " is not of the right kind."));
            case AccessDeniedException ignored ->
                answer(problem(request, 403, "Refused", "The duties of this account do not allow that."));
            case ApiNotFoundException missing -> answer(problem(request, 404, "Not found", missing.getMessage()));
            case HttpRequestMethodNotSupportedException method ->
                answer(
                        problem(request, 405, "Not supported", "This address does not take " + method.getMethod() + "."),
                        method.getHeaders());
            case ChangedMeanwhileException changed ->
                answer(problem(request, 409, "Changed meanwhile", changed.getMessage()));
            case HttpMediaTypeNotSupportedException type ->
                answer(problem(request, 415, "Not supported", "Send the body as Content-Type: application/json."), type.getHeaders());
            case ErrorResponse known ->
                answer(problem(request, known.getStatusCode().value(), "Not acceptable as it is",
                        String.valueOf(known.getBody().getDetail())));
            default -> fault(problem, request);
        };
    }

    private static ResponseEntity<Problem> unreadable(HttpMessageNotReadableException problem, HttpServletRequest request) {
        if (causedBy(problem, JacksonException.class) instanceof JacksonException json) {
            var reason = BindingReasons.of(json);
            var field = reason.field().isEmpty() ? "The body" : reason.field();
            return answer(problem(request, 400, "Unreadable", field + " " + reason.problem()).withReasons(List.of(reason)));
        }
        return answer(problem(request, 400, "Unreadable", "A JSON body is required."));
    }

    private static ResponseEntity<Problem> fault(Exception problem, HttpServletRequest request) {
        var reference = UUID.randomUUID().toString();
        LOG.error("API fault {} at {} {}", reference, request.getMethod(), request.getRequestURI(), problem);
        if (problem instanceof TransientDataAccessException
                || problem instanceof RecoverableDataAccessException
                || problem instanceof DataAccessResourceFailureException
                || problem instanceof CannotCreateTransactionException) {
            return answer(problem(request, 503, "Not available", "The database did not answer. Send it again: what was kept is not"
                                    + " doubled.")
                    .withReference(reference));
        }
        return answer(problem(request, 500, "Fault", "Something went wrong in the console and nothing of this call was"
                        + " kept that is not in an answer. Send it again; if it stays, give the reference to your"
                        + " administrator.")
                .withReference(reference));
    }

    private static Problem problem(HttpServletRequest request, int status, String title, String detail) {
        return Problem.of(status, title, detail, request.getRequestURI());
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return answer(problem, new HttpHeaders());
    }

    private static ResponseEntity<Problem> answer(Problem problem, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static @Nullable Throwable causedBy(Throwable problem, Class<? extends Throwable> type) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return cause;
            }
        }
        return null;
    }
}
