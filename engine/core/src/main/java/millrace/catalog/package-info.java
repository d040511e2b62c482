/** The node types: settings, ports, forms, help, and how each becomes an operator. */
@NullMarked
package millrace.catalog;

import org.jspecify.annotations.NullMarked;
