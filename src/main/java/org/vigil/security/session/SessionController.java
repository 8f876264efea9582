package org.vigil.security.session;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page asks about its own session. Only the post counts as activity; asking what is left never does. */
@RestController
class SessionController {

    private final LiveSessions sessions;

    SessionController(LiveSessions sessions) {
        this.sessions = sessions;
    }

    /** Whole seconds that are left of both limits. */
    record Answer(long idleSecondsLeft, long absoluteSecondsLeft) {}

    @PostMapping("/session/active")
    ResponseEntity<Answer> active(HttpServletRequest request) {
        var session = LiveSession.of(request.getSession(false));
        if (session == null) {
            return nobody();
        }
        sessions.active(session);
        return answer(session);
    }

    @GetMapping("/session/left")
    ResponseEntity<Answer> left(HttpServletRequest request) {
        var session = LiveSession.of(request.getSession(false));
        return session == null ? nobody() : answer(session);
    }

    private ResponseEntity<Answer> answer(LiveSession session) {
        var left = sessions.left(session);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new Answer(left.idle().toSeconds(), left.absolute().toSeconds()));
    }

    private static ResponseEntity<Answer> nobody() {
        return ResponseEntity.status(401).cacheControl(CacheControl.noStore()).build();
    }
}
