package org.vigil.audit.data;

import org.vigil.audit.AuditNote;
import org.vigil.shared.Viewer;

/** A note with the viewer who stands behind it. */
public record SignedNote(Viewer viewer, AuditNote note) {}
