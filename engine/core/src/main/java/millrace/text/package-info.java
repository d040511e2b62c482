/** The engine's sentences: problems and answers, in bundles, of which other languages are other files. */
@NullMarked
package millrace.text;

import org.jspecify.annotations.NullMarked;
