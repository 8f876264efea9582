package org.vigil.victim.ui;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.vigil.security.AreaDirectory;
import org.vigil.shared.CurrentViewer;
import org.vigil.victim.ChildrenCare;
import org.vigil.victim.VictimCare;
import org.vigil.victim.VictimContacts;
import org.vigil.victim.VictimService;

/** What the victim's side of a case is read and changed through. */
@Component
record VictimServices(
        VictimService victims,
        VictimContacts contacts,
        VictimCare care,
        ChildrenCare children,
        AreaDirectory areas,
        CurrentViewer viewers,
        Clock clock) {}
