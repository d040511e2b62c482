package millrace.operator;

import java.util.Optional;

/** The files that a design may read: those in its own folder, and no others. */
public interface Files {
    /** No file at all. */
    Files NONE = name -> Optional.empty();

    /** How to open the file of this name beside the design; empty if it is not there or lies outside the folder. */
    Optional<SourceSpec.File.Opener> find(String name);
}
