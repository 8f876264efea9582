package org.vigil.board.api;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.vigil.board.WallBoard;
import org.vigil.shared.Marking;

/**
 * The wall screen: a page of its own that asks for counts by its secret. It keeps no session, so that none can time
 * out, and shows counts only.
 */
@RestController
class WallController {

    private static final String PAGE = """
            <!doctype html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <base href="../">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="referrer" content="no-referrer">
            <meta name="robots" content="noindex">
            <title>Wall screen · Vigil</title>
            <link rel="icon" href="assets/vigil.svg">
            <link rel="stylesheet" href="assets/console.css">
            <link rel="stylesheet" href="assets/shell.css">
            <link rel="stylesheet" href="assets/board.css">
            <script type="module" src="assets/wall.js"></script>
            </head>
            <body class="wall">
            <div><div class="marking"><span>{marking}</span><span>Vigil</span></div>
            <div class="alarm" role="alert" data-alarm></div></div>
            <header><h1 data-ground>Daily board</h1><span><vigil-heartbeat></vigil-heartbeat> <span data-clock></span></span></header>
            <main data-counts><p>Reading the board…</p></main>
            </body>
            </html>
            """;

    private final WallBoard board;
    private final String page;

    WallController(WallBoard board, Marking marking) {
        this.board = board;
        page = PAGE.replace("{marking}", marking.text());
    }

    /** The page says nothing by itself: whether the secret is right shows only in the counts. */
    @GetMapping(path = "/wall/{token}", produces = MediaType.TEXT_HTML_VALUE)
    ResponseEntity<String> page(@PathVariable String token) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(page);
    }

    @GetMapping(path = "/wall/{token}/counts", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<WallBoard.Counts> counts(@PathVariable String token) {
        return board.counts(token)
                .map(counts -> ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(counts))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }
}
