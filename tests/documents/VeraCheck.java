import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Judges PDF files: reads "ua1,2a FILE" until there are no more, prints "PASS|FAIL flavour file" and what failed, then "DONE". */
public class VeraCheck {
    public static void main(String[] args) throws Exception {
        java.util.logging.LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = asked.readLine(); line != null; line = asked.readLine()) {
            String[] words = line.split(" ", 2);
            for (String flavour : words[0].split(",")) {
                judge(words[1], PDFAFlavour.byFlavourId(flavour));
            }
            System.out.println("DONE");
            System.out.flush();
        }
    }

    private static void judge(String file, PDFAFlavour flavour) throws Exception {
        try (FileInputStream stream = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, 100000, false, false, false)) {
            ValidationResult result = validator.validate(parser);
            System.out.println((result.isCompliant() ? "PASS " : "FAIL ") + flavour.getId() + " " + file);
            Map<String, Integer> failed = new TreeMap<>();
            for (TestAssertion each : result.getTestAssertions()) {
                if (each.getStatus() == TestAssertion.Status.FAILED) {
                    failed.merge(each.getRuleId().getClause() + "/" + each.getRuleId().getTestNumber() + " "
                            + each.getMessage().replace('\n', ' '), 1, Integer::sum);
                }
            }
            failed.forEach((message, times) -> System.out.println("  " + times + " x " + message));
        }
    }
}
