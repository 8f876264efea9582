package org.vigil.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;
import org.vigil.security.Account;
import org.vigil.shared.Duty;

/**
 * One real Chromium for all tests of the JVM. Each window has cookies of its own; after each test all windows close,
 * and where the test failed their pictures are in target/screenshots. Use it through {@link BrowserTest}.
 */
public final class Browser {

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    /** A dialog that is half faded in has other colours than it will have: axe would judge what nobody reads. */
    private static final String STILL = """
            () => !document.querySelector('[opening], [closing]') && document.getAnimations().every(each =>
              each.playState !== 'running' || each.effect.getComputedTiming().endTime === Infinity)""";
    private static final List<BrowserContext> OPEN = new ArrayList<>();
    private static com.microsoft.playwright.Browser chromium;

    /** A busy machine is slow, not wrong: what is waited for comes, or the test says what did not. */
    private static final int PATIENCE_MILLIS = 60_000;

    private final Environment environment;
    private final Staff staff;

    Browser(Environment environment, Staff staff) {
        this.environment = environment;
        this.staff = staff;
    }

    /** The running console's address, with a slash at its end. */
    public String base() {
        return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + "/";
    }

    /** A window at the sign-in page, of nobody. */
    public Page stranger(Look look) {
        var context = chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setBaseURL(base())
                        .setViewportSize(look.width(), look.height())
                        .setLocale("en-GB")
                        .setTimezoneId("Europe/London")
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setColorScheme(look.dark() ? ColorScheme.DARK : ColorScheme.LIGHT));
        OPEN.add(context);
        var page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        return page;
    }

    /** A window of somebody with this duty ("supervisor") and the whole force as their area, signed in. */
    public Page as(String duty) {
        return as(duty, Look.DESK);
    }

    public Page as(String duty, Look look) {
        var wanted = Duty.valueOf(duty.toUpperCase(Locale.ROOT));
        return as(staff.account("browser-" + duty, wanted), look);
    }

    /** A window of this account, which was made by {@link Staff}, signed in. */
    public Page as(Account account, Look look) {
        var page = stranger(look);
        page.navigate("login");
        page.getByLabel("Username").fill(account.username());
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(Staff.PASSWORD);
        page.keyboard().press("Enter");
        page.locator("main#content h1").waitFor();
        return page;
    }

    /** Fails with what axe finds against WCAG 2.2 AA, and with which element, once nothing on the page moves or fades. */
    public static void assertAccessible(Page page) {
        page.waitForFunction(STILL);
        var found = new AxeBuilder(page).withTags(WCAG).analyze().getViolations();
        assertThat(found.stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .limit(3)
                                        .map(node -> node.getHtml() + " "
                                                + node.getAny().stream().map(check -> check.getMessage()).toList())
                                        .toList()))
                .as("axe on " + page.url())
                .isEmpty();
    }

    /** Fails where the page, or anything in it, reaches beyond the window's width. */
    public static void assertNoSidewaysScroll(Page page) {
        var wide = page.evaluate("""
                () => {
                  const width = document.documentElement.clientWidth;
                  const over = document.documentElement.scrollWidth > width
                    ? [`the page is ${document.documentElement.scrollWidth} wide`] : [];
                  for (const each of document.querySelectorAll('main *')) {
                    const box = each.getBoundingClientRect();
                    const scrolls = /auto|scroll/.test(getComputedStyle(each).overflowX)
                      && each.scrollWidth > each.clientWidth + 1;
                    const outside = box.width > 0 && box.right > width + 1 && !each.closest('.vh, .exact, vaadin-grid');
                    if (scrolls || outside) over.push(`${each.localName}.${each.className} ${Math.round(box.right)}`);
                  }
                  return over.slice(0, 5).join('; ');
                }""");
        assertThat(wide).as(page.url() + " at " + page.viewportSize().width).isEqualTo("");
    }

    /** Everything that went wrong in the page itself; ask for it before the page is opened. */
    public static List<String> problemsOf(Page page) {
        var problems = new ArrayList<String>();
        page.onPageError(problems::add);
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                problems.add(message.text() + " " + message.location());
            }
        });
        return problems;
    }

    /** Takes pictures of all open windows. */
    static void picture(String name) {
        var number = 0;
        for (var page : OPEN.stream().flatMap(context -> context.pages().stream()).toList()) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screenshots", name + "-" + ++number + ".png")));
        }
    }

    static void closeAll() {
        OPEN.forEach(BrowserContext::close);
        OPEN.clear();
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS / 3.0);
            var playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(executable())
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return chromium;
    }

    /** Where Chromium is: VIGIL_CHROMIUM, or on the PATH; a machine without it fails, it does not skip. */
    private static Path executable() {
        var named = System.getenv("VIGIL_CHROMIUM");
        var places = Stream.concat(
                Stream.ofNullable(named).map(Path::of),
                Stream.of(System.getenv("PATH").split(":"))
                        .flatMap(folder -> Stream.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
                                .map(name -> Path.of(folder, name))));
        return places.filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("Chromium is needed for the browser tests: install it"
                        + " (Debian: apt install chromium), or name it in VIGIL_CHROMIUM; looked in "
                        + Stream.of(System.getenv("PATH")).collect(Collectors.joining())));
    }
}
