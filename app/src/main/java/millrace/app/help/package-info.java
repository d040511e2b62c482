/** Help for one node type: what it does, a living picture of it, the common mistake, its settings, its example. */
@NullMarked
package millrace.app.help;

import org.jspecify.annotations.NullMarked;
