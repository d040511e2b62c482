package millrace.app.text;

import java.util.List;
import millrace.catalog.Setting;
import millrace.catalog.Setting.Kind;
import millrace.catalog.Setting.Kind.Choice.Option;

/** Forms with the labels, helps and choices of the bundle. What many types have stands there once, as {@code common}. */
final class ShownSettings {
    private ShownSettings() {}

    static List<Setting> of(String owner, List<Setting> form) {
        return form.stream().map(s -> shown(owner, s)).toList();
    }

    private static Setting shown(String owner, Setting setting) {
        return new Setting(setting.path(), text(owner, setting.path() + ".label", setting.label()),
                text(owner, setting.path() + ".help", setting.help()), kind(owner, setting), setting.usual(),
                setting.when());
    }

    private static Kind kind(String owner, Setting setting) {
        return switch (setting.kind()) {
            case Kind.Choice c -> new Kind.Choice(
                    c.options().stream().map(o -> option(owner, setting.path(), o)).toList());
            case Kind.Groups g -> new Kind.Groups(of(owner + "." + setting.path(), g.form()));
            default -> setting.kind();
        };
    }

    private static Option option(String owner, String path, Option option) {
        return new Option(option.value(), text(owner, choice(path, option), option.label()));
    }

    /** The end of the key of a choice. */
    static String choice(String path, Option option) {
        return path + ".choice." + option.value().replace(' ', '-');
    }

    private static String text(String owner, String key, String english) {
        return Texts.find("catalog." + owner + "." + key)
                .or(() -> Texts.find("catalog.common." + key))
                .orElse(english);
    }
}
