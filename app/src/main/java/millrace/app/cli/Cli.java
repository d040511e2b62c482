package millrace.app.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The command line. */
public final class Cli {
    private Cli() {}

    /** Does what the arguments say; gives the exit status, see {@link Status}. Nothing is thrown. */
    public static int run(List<String> arguments, Surroundings around) {
        Console console = new Console(around);
        try {
            int status = commands(console, around).execute(arguments.toArray(String[]::new));
            console.flush();
            return status;
        } catch (Console.ReaderGone e) {
            return Status.DONE;
        } catch (OutOfMemoryError e) {
            return say(console, Status.BROKEN,
                    "the run is too large for the memory there is: cut it with --until TIME, "
                            + "or give more with JAVA_TOOL_OPTIONS=-Xmx4g");
        } catch (Throwable e) {
            return say(console, Status.BROKEN, Log.write(e));
        }
    }

    private static CommandLine commands(Console console, Surroundings around) {
        CommandLine top = new CommandLine(new MillraceCommand(around.designer()));
        top.addSubcommand(new RunCommand(console));
        top.addSubcommand(new CheckCommand(console));
        top.addSubcommand(new TestCommand(console));
        top.addSubcommand(new TraceCommand(console));
        top.addSubcommand(new WhyCommand(console));
        top.addSubcommand(new RenderCommand(console, around.camera()));
        help(top);
        top.getSubcommands().values().forEach(Cli::help);
        top.setCaseInsensitiveEnumValuesAllowed(true);
        top.setOut(console.printer());
        top.setErr(console.err());
        top.setParameterExceptionHandler((e, arguments) -> usage(console, e));
        top.setExecutionExceptionHandler((e, command, parsed) -> failed(console, e));
        return top;
    }

    private static void help(CommandLine command) {
        command.getCommandSpec()
                .addOption(CommandLine.Model.OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Shows this help.")
                        .build());
        command.setUsageHelpAutoWidth(false).setUsageHelpWidth(100);
    }

    private static int usage(Console console, ParameterException e) {
        String command = e.getCommandLine().getCommandSpec().qualifiedName();
        return say(console, Status.WRONG, e.getMessage() + "\nTry '" + command + " --help'.");
    }

    private static int failed(Console console, Exception e) {
        try {
            console.flush();
        } catch (Console.ReaderGone | Refused lost) {
            // Said below, or nobody listens; what failed first counts.
        }
        return switch (e) {
            case Refused refused -> say(console, Status.WRONG, refused.sentence());
            case Console.ReaderGone gone -> Status.DONE;
            default -> say(console, Status.BROKEN, Log.write(e));
        };
    }

    private static int say(Console console, int status, String message) {
        console.say("millrace: " + message);
        return status;
    }
}
