package io.brigade.menu.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.UnaryOperator;

/**
 * One thing of a file.
 *
 * @param place how a field of it is named to whoever wrote the file, such as {@code line 12: unit_price}
 * @param said what the file says of it; what it does not say stays as it is
 */
record Entry(UnaryOperator<String> place, ObjectNode said) {}
