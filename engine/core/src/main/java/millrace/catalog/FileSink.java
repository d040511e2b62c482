package millrace.catalog;

import java.util.List;
import millrace.catalog.Setting.Kind;
import millrace.design.Value;
import millrace.operator.SinkSpec;
import millrace.operator.SourceSpec.File.Format;

/** A file of what came out; written by whoever runs the design from the shell. */
final class FileSink extends SinkType {
    FileSink() {
        super("file-sink", "To file", "CSV or JSON Lines", new Form()
                .required("file", "File", "The name of the file, beside the design.", new Kind.FileName(false))
                .choice("format", "Format", "How its rows are written.", "csv:CSV", "jsonl:JSON Lines"));
    }

    @Override
    public String icon() {
        return "M5 2.5H11.5L15.5 6.5V17.5H5Z M11.5 2.5V6.5H15.5 M10.25 9V14.5 M7.75 12L10.25 14.5L12.75 12";
    }

    @Override
    public String help() {
        return "Writes every row that reaches it to a file beside the design when the design is run from the shell; on "
                + "the screen it shows them only. Common mistake: to expect one row for each window. Early and late "
                + "answers are rows as well, told apart by their timing.";
    }

    @Override
    public List<String> patterns() {
        return List.of("no file yet");
    }

    @Override
    public Phrase summary(Value.Group settings) {
        String file = shown(settings, "file");
        return file.isBlank() ? Phrase.of("no file yet") : Phrase.plain(file);
    }

    @Override
    public Value.Group initial() {
        return Value.Group.EMPTY
                .withAt("file", Value.of("results.csv"))
                .withAt("format", Value.of("csv"));
    }

    @Override
    Binding.Bound bind(Reader reader, Binding binding) {
        String file = reader.text("file");
        if (file.isBlank() && reader.given("file").isPresent()) {
            reader.error("file", "catalog.missing.file-to-write");
        }
        Names.wrong(file).ifPresent(why -> reader.error("file", why, Names.shortened(file), Names.LONGEST));
        Format format = reader.choice("format").equals("csv") ? Format.CSV : Format.JSON_LINES;
        return sink(new SinkSpec.File(file, format));
    }
}
