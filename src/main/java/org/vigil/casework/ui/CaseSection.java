package org.vigil.casework.ui;

import com.vaadin.flow.component.Component;
import org.springframework.modulith.NamedInterface;

/** A part of a case's page that another module knows how to show; every module that has one has a bean of this kind. */
@NamedInterface("section")
public interface CaseSection {

    /** Where it stands among the sections, the lowest first. */
    int order();

    /** Whether it is for whoever is signed in. */
    boolean isFor();

    /** Shows it for one case; it reads itself anew after what is done in it. */
    Component of(long caseId);
}
