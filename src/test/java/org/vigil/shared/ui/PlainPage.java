package org.vigil.shared.ui;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;

/** A page with the console's modules and styles and nothing else, for tests of the parts that live in the browser. */
final class PlainPage {

    private static final String HTML = """
            <!doctype html>
            <html lang="en-GB">
            <head>
            <title>Parts · Vigil</title>
            <base href="/">
            <link rel="stylesheet" href="assets/console.css">
            <link rel="stylesheet" href="assets/rows.css">
            <script type="module" src="assets/shell.js"></script>
            </head>
            <body><main><h1>Parts</h1></main></body>
            </html>
            """;

    private PlainPage() {}

    static void open(Page page) {
        page.route("**/plain-page", route ->
                route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(HTML)));
        page.navigate("plain-page");
    }
}
