import edu.hm.hafner.analysis.FileReaderFactory;
import edu.hm.hafner.analysis.Issue;
import edu.hm.hafner.analysis.IssueParser;
import edu.hm.hafner.analysis.parser.CheckStyleParser;
import edu.hm.hafner.analysis.parser.violations.CodeClimateAdapter;
import edu.hm.hafner.analysis.parser.violations.JUnitAdapter;
import edu.hm.hafner.analysis.parser.violations.SarifAdapter;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** Prints what Jenkins reads in a report, one row a finding: PARSER FILE. */
class ReadReport {
  public static void main(String[] arguments) throws Exception {
    Map<String, IssueParser> parsers =
        Map.of(
            "checkstyle", new CheckStyleParser(),
            "junit", new JUnitAdapter(),
            "sarif", new SarifAdapter(),
            "gitlab", new CodeClimateAdapter());
    var file = new FileReaderFactory(Path.of(arguments[1]), StandardCharsets.UTF_8);
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (Issue issue : parsers.get(arguments[0]).parse(file)) {
      out.println(
          String.join(
              "\t",
              issue.getFileName(),
              String.valueOf(issue.getLineStart()),
              String.valueOf(issue.getColumnStart()),
              issue.getSeverity().toString(),
              issue.getType(),
              issue.getMessage().replaceAll("\\s+", " ")));
    }
  }
}
