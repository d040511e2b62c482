/** Results in a table, and what is wrong with the design in a list. */
@NullMarked
package millrace.app.results;

import org.jspecify.annotations.NullMarked;
