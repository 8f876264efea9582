package org.vigil.bench.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.vigil.VigilApplication;
import org.vigil.person.search.SearchService;
import org.vigil.person.search.SearchViewing;
import org.vigil.person.search.jobs.IndexUpkeep;
import org.vigil.security.Account;
import org.vigil.security.ConsoleUser;
import org.vigil.security.EngineScope;
import org.vigil.security.StaffDirectory;

/**
 * The whole console with its engine off, searching on command: "index" brings the index up to date; "search N FILE" takes
 * each line of a file as a query, N at a time, as a screen does: it answers, and then the log has its entry. It writes
 * beside the file how long each took until the answer and until the entry was there, and whom it showed.
 */
public final class SearchRunner {

    /** What an answer begins with, among the console's log. */
    public static final String ANSWER = "@searched";

    private SearchRunner() {}

    /** Arguments are the console's own, after the name of the account that searches. */
    public static void main(String[] args) throws Exception {
        try (var context = new SpringApplicationBuilder(VigilApplication.class).run(args)) {
            System.out.println(ANSWER + " ready");
            try (var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                for (var order = orders.readLine(); order != null; order = orders.readLine()) {
                    var words = order.split(" ", 3);
                    var started = System.nanoTime();
                    if (words[0].equals("index")) {
                        var upkeep = context.getBean(IndexUpkeep.class);
                        EngineScope.run(upkeep::run);
                    } else {
                        search(context, Integer.parseInt(words[1]), Path.of(words[2]));
                    }
                    System.out.println(ANSWER + " " + (System.nanoTime() - started));
                }
            }
        }
    }

    private static void search(ConfigurableApplicationContext context, int atOnce, Path file)
            throws IOException, InterruptedException, ExecutionException {
        var search = context.getBean(SearchService.class);
        var account = context.getBean(StaffDirectory.class)
                .byUsername(context.getEnvironment().getRequiredProperty("bench.account"))
                .orElseThrow();
        var tasks = new ArrayList<Callable<String>>();
        for (var query : Files.readAllLines(file)) {
            tasks.add(() -> timed(search, account, query));
        }
        var answers = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(atOnce)) {
            for (var answer : threads.invokeAll(tasks)) {
                answers.add(answer.get());
            }
        }
        Files.write(Path.of(file + ".answers"), answers);
    }

    private static String timed(SearchService search, Account account, String query) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(ConsoleUser.signedIn(account, "127.0.0.1"));
        SecurityContextHolder.setContext(context);
        var started = System.nanoTime();
        var viewing = new SearchViewing();
        var answer = search.look(query, 20, viewing);
        var answered = System.nanoTime() - started;
        search.settle(viewing);
        var logged = System.nanoTime() - started;
        List<Long> people = answer.hits().stream().map(hit -> hit.personId()).toList();
        return answered + " " + logged + " " + people.stream().map(String::valueOf).collect(Collectors.joining(","));
    }
}
