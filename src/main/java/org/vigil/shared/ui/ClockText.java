package org.vigil.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A clock that ticks in the browser: "18 min left", "2 h 10 min over", with the exact time on hover, on focus and for
 * screen readers. It costs the server nothing.
 */
@Tag("vigil-clock")
public final class ClockText extends Component implements HasStyle {

    public ClockText(@Nullable Instant due) {
        setDue(due);
    }

    public void setDue(@Nullable Instant due) {
        if (due == null) {
            getElement().removeAttribute("due");
        } else {
            getElement().setAttribute("due", due.toString());
        }
    }

    /** A paused clock says "paused". */
    public void setPaused(boolean paused) {
        getElement().setAttribute("paused", paused);
    }
}
