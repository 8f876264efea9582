package org.vigil;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.RouterLink;
import com.vaadin.flow.server.menu.MenuConfiguration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vigil.shared.ui.KeyHelp;

/** The screens that the viewer's duties open, from their {@code @Menu} annotations: a column, or a bar on a telephone. */
final class SideNavigation extends Nav {

    private static final Map<String, String> KEYS = Map.of(
            "", "g b", "search", "/", "alerts", "g a", "calls", "g c", "deadlines", "g d", "audit", "g l", "admin/accounts", "g n");

    private final Map<String, RouterLink> links = new LinkedHashMap<>();
    private final Map<String, String> titles = new LinkedHashMap<>();
    private final Span count = new Span();
    private final Span countWords = new Span();

    SideNavigation() {
        addClassName("side");
        setAriaLabel("Screens");
        var list = new UnorderedList();
        list.getElement().setAttribute("role", "list");
        for (var entry : MenuConfiguration.getMenuEntries()) {
            var path = entry.path().replaceFirst("^/", "");
            var link = new RouterLink(entry.title(), entry.menuClass());
            titles.put(path, entry.title());
            if (KEYS.containsKey(path)) {
                KeyHelp.key(link, KEYS.get(path), "Go to " + entry.title());
            }
            links.put(path, link);
            list.add(new ListItem(link));
        }
        addAlertCount();
        var more = new NativeButton("More");
        more.addClassName("more");
        more.getElement().setAttribute("type", "button").setAttribute("aria-expanded", "false");
        var bar = new Div(list);
        bar.addClassName("bar");
        if (links.size() > 4) {
            bar.add(more);
        }
        var brand = new Div("Vigil");
        brand.addClassName("brand");
        var inner = new Div(brand, bar);
        inner.addClassName("side-inner");
        add(inner);
    }

    boolean leadsTo(String path) {
        return links.containsKey(path);
    }

    /** How many alerts nobody has acknowledged; none shows nothing. */
    void setAlertCount(int unacknowledged) {
        count.setText(unacknowledged == 0 ? "" : unacknowledged > 99 ? "99+" : Integer.toString(unacknowledged));
        countWords.setText(unacknowledged == 0 ? "" : " not acknowledged");
    }

    void markCurrent(String path) {
        links.forEach((each, link) -> {
            if (each.equals(owner(path))) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
    }

    /** The title of the screen that this path belongs to, or nothing. */
    String nameOf(String path) {
        return titles.getOrDefault(owner(path), "");
    }

    /** The entry that a path lies under: "calls" for "calls/12". */
    private String owner(String path) {
        return links.keySet().stream()
                .filter(each -> each.equals(path) || !each.isEmpty() && path.startsWith(each + "/"))
                .max(java.util.Comparator.comparingInt(String::length))
                .orElse("-");
    }

    private void addAlertCount() {
        var alerts = links.get("alerts");
        if (alerts != null) {
            count.addClassName("count");
            countWords.addClassName("vh");
            alerts.add(count, countWords);
        }
    }
}
