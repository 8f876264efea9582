package org.vigil.shared.ui;

/**
 * A button on a row.
 *
 * @param name what {@link RowList.ActionEvent#action()} answers
 * @param label the button's text; the row's title is added for screen readers
 * @param primary whether it is the row's one main button
 */
public record RowAction(String name, String label, boolean primary) {}
