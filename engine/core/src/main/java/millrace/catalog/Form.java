package millrace.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import millrace.catalog.Setting.Kind;
import millrace.catalog.Setting.When;
import millrace.design.Durations;
import millrace.design.Value;

/** Builds the forms of node types, one line a setting. */
final class Form {
    /** Nothing is given, and that is all right. */
    static final Value NONE = new Value.Nothing();

    private final List<Setting> settings = new ArrayList<>();
    private Optional<When> when = Optional.empty();

    /** What follows is shown and read only while the setting {@code path} is one of these; none = always. */
    Form when(String path, String... oneOf) {
        when = Optional.of(new When(path, List.of(oneOf)));
        return this;
    }

    Form always() {
        when = Optional.empty();
        return this;
    }

    Form duration(String path, String label, String help, long least, String usual) {
        return add(path, label, help, new Kind.Duration(least, Durations.MAX), Value.of(usual));
    }

    Form duration(String path, String label, String help, long least) {
        return required(path, label, help, new Kind.Duration(least, Durations.MAX));
    }

    Form whole(String path, String label, String help, long least, long most, long usual) {
        return add(path, label, help, new Kind.Whole(least, most), Value.of(usual));
    }

    Form decimal(String path, String label, String help, double least, double most, String usual) {
        return add(path, label, help, new Kind.Decimal(least, most), new Value.Number(new BigDecimal(usual)));
    }

    /** Options as "value:Label"; the first is usual. */
    Form choice(String path, String label, String help, String... options) {
        List<Kind.Choice.Option> all = new ArrayList<>();
        for (String option : options) {
            int colon = option.indexOf(':');
            all.add(new Kind.Choice.Option(option.substring(0, colon), option.substring(colon + 1)));
        }
        return add(path, label, help, new Kind.Choice(List.copyOf(all)), Value.of(all.getFirst().value()));
    }

    Form add(String path, String label, String help, Kind kind, Value usual) {
        settings.add(new Setting(path, label, help, kind, Optional.of(usual), when));
        return this;
    }

    Form required(String path, String label, String help, Kind kind) {
        settings.add(new Setting(path, label, help, kind, Optional.empty(), when));
        return this;
    }

    List<Setting> settings() {
        return List.copyOf(settings);
    }
}
