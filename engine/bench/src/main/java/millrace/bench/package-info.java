/** What the engine's speed is measured with: JMH benchmarks, and the class that other engines are compared with. */
@NullMarked
package millrace.bench;

import org.jspecify.annotations.NullMarked;
