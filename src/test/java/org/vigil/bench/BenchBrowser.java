package org.vigil.bench;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vigil.faults.TestForce;

/** One Chromium with any number of windows, each signed in by itself. */
final class BenchBrowser implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 120_000;

    private final Playwright playwright = Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(chromium())
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--disable-background-timer-throttling",
                            "--disable-renderer-backgrounding",
                            "--disable-backgrounding-occluded-windows")));

    /** A window with cookies of its own, signed in as the bench's supervisor, on a page of the console. */
    Page open(String base, String path) {
        var page = chromium.newContext(new Browser.NewContextOptions()
                        .setBaseURL(base)
                        .setViewportSize(1280, 900)
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/London"))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.navigate("/login");
        page.getByLabel("Username").fill(TestForce.SUPERVISOR);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(TestForce.PASSWORD);
        page.keyboard().press("Enter");
        page.locator("main#content h1").waitFor();
        page.navigate(path);
        page.locator("main#content h1").waitFor();
        return page;
    }

    private static Path chromium() {
        var named = System.getenv("VIGIL_CHROMIUM");
        return Stream.of(named == null ? "" : named, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .filter(path -> !path.isEmpty())
                .map(Path::of)
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no Chromium; VIGIL_CHROMIUM may name one."));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
