package org.vigil.security;

import org.jspecify.annotations.Nullable;

/**
 * A piece of the force's ground.
 *
 * @param parentId the area that this one lies in, or null for a force
 * @param code what feeds call it; unique in the console
 * @param active an area that is no longer used keeps its records, but nothing new can be put there
 */
public record Area(
        long id, @Nullable Long parentId, AreaKind kind, String code, String name, boolean active, int version) {}
