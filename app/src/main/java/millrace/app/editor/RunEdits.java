package millrace.app.editor;

import millrace.design.Value;

/** Edits of the design as a whole: its name, the settings of its run. */
sealed interface RunEdits permits Edits {
    /** Sets a setting of the run: "until", "seed". */
    default Transaction setRun(String path, Value value) {
        return Transaction
                .design(Words.of("change-design", Words.runSetting(path)),
                        design -> design.withSettings(SettingPath.set(design.settings(), path, value)))
                .merging("set run " + path);
    }

    /** Takes a setting of the run away, so that its usual value holds. */
    default Transaction unsetRun(String path) {
        return Transaction.design(Words.of("reset-design", Words.runSetting(path)),
                design -> design.withSettings(SettingPath.remove(design.settings(), path)));
    }

    default Transaction renameDesign(String name) {
        return Transaction.design(Words.of("rename-design"), design -> design.named(name)).merging("rename design");
    }
}
