package org.vigil.person.ui;

import org.springframework.stereotype.Component;
import org.vigil.person.OwnRecord;
import org.vigil.person.PersonAccess;
import org.vigil.person.PersonAccessList;

/** What the panel of who may see a record works with. */
@Component
record AccessServices(PersonAccess access, PersonAccessList lists, OwnRecord ownRecord) {}
