package org.vigil;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.shared.ui.Transport;
import com.vaadin.flow.theme.lumo.Lumo;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The console. Push goes down a websocket and requests go up as HTTP, so that filters and session limits see them. */
@SpringBootApplication
@Push(transport = Transport.WEBSOCKET_XHR)
@Viewport("width=device-width, initial-scale=1, viewport-fit=cover")
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("context://assets/console.css")
@StyleSheet("context://assets/shell.css")
@StyleSheet("context://assets/rows.css")
@StyleSheet("context://assets/board.css")
public class VigilApplication implements AppShellConfigurator {

    public static void main(String[] args) {
        SpringApplication.run(VigilApplication.class, args);
    }
}
