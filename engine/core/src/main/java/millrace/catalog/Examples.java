package millrace.catalog;

import millrace.catalog.Setting.Kind;

/** What a setting of each kind looks like, for messages. */
final class Examples {
    private Examples() {}

    static String of(Kind kind) {
        return switch (kind) {
            case Kind.Duration d -> "2 min";
            case Kind.Whole w -> String.valueOf(Math.clamp(3, w.least(), w.most()));
            case Kind.Decimal d -> "1.5";
            case Kind.Text t -> "\"time\"";
            case Kind.Flag f -> "true";
            case Kind.Any a -> "\"30 s\"";
            case Kind.Choice c -> c.options().getFirst().value();
            case Kind.Time t -> "12:05:19";
            case Kind.Expression e -> "value > 0";
            case Kind.Expressions e -> "{\"above\": \"value - 20\"}";
            case Kind.Field f -> "\"value\"";
            case Kind.Fields f -> "{\"value\": \"long\"}";
            case Kind.Rows r -> "[[\"12:00:26\", \"12:05:19\", 5]]";
            case Kind.Edits e -> "[[\"12:00:20\", \"update\", \"Ann\", 15]]";
            case Kind.Script s -> "[[\"12:05:43\", \"12:01:00\"]]";
            case Kind.Crashes c -> "[[\"12:00:22\", \"count\", \"4 s\"]]";
            case Kind.Names n -> "[\"East\", \"West\"]";
            case Kind.Times t -> "[\"12:01:00\", \"12:03:00\"]";
            case Kind.Groups g -> "[" + one(g.form().getFirst()) + "]";
            case Kind.Aggregates a -> "[\"sum of value\", \"count\"]";
            case Kind.Trigger t -> "{\"repeatedly\": {\"afterCount\": 3}}";
            case Kind.FileName f -> f.forReading() ? "\"scores.csv\"" : "\"results.csv\"";
        };
    }

    private static String one(Setting setting) {
        String value = of(setting.kind());
        boolean bare = setting.kind() instanceof Kind.Time || setting.kind() instanceof Kind.Duration;
        return "{\"" + setting.path() + "\": " + (bare ? "\"" + value + "\"" : value) + "}";
    }
}
