import com.itextpdf.text.Rectangle;
import com.itextpdf.text.pdf.AcroFields;
import com.itextpdf.text.pdf.PdfReader;
import com.itextpdf.text.pdf.PdfSignatureAppearance;
import com.itextpdf.text.pdf.PdfStamper;
import com.itextpdf.text.pdf.security.*;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** Signs, preserves and judges with iText 5: one command a line of arguments, so that the machine starts once for many. */
public class Itext {
    public static void main(String[] commands) throws Exception {
        Security.addProvider(new BouncyCastleProvider());
        for (String command : commands) {
            String[] words = command.split(" ");
            switch (words[0]) {
                case "sign" -> sign(words);
                case "preserve" -> preserve(words);
                case "stamp" -> stamp(words);
                case "judge" -> judge(words);
                default -> throw new IllegalArgumentException(words[0]);
            }
        }
    }

    /** sign IN OUT P12 FIELD CADES|CMS TSA|- visible|invisible */
    private static void sign(String[] words) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] password = "123456".toCharArray();
        try (FileInputStream file = new FileInputStream(words[3])) {
            store.load(file, password);
        }
        String alias = store.aliases().nextElement();
        PrivateKey key = (PrivateKey) store.getKey(alias, password);
        PdfReader reader = new PdfReader(words[1]);
        try (OutputStream out = new FileOutputStream(words[2])) {
            PdfSignatureAppearance appearance =
                    PdfStamper.createSignature(reader, out, '\0', null, true).getSignatureAppearance();
            appearance.setReason("发文");
            appearance.setLocation("某某市");
            if (reader.getAcroFields().getField(words[4]) != null || reader.getAcroFields().getBlankSignatureNames().contains(words[4]))
                appearance.setVisibleSignature(words[4]);
            else if (words[7].equals("visible"))
                appearance.setVisibleSignature(new Rectangle(72, 72, 144, 144), 1, words[4]);
            else appearance.setVisibleSignature(new Rectangle(0, 0), 1, words[4]);
            TSAClient authority = words[6].equals("-") ? null : new TSAClientBouncyCastle(words[6], null, null, 8192, "SHA-256");
            MakeSignature.signDetached(
                    appearance,
                    new BouncyCastleDigest(),
                    new PrivateKeySignature(key, "SHA-256", "BC"),
                    store.getCertificateChain(alias),
                    null,
                    null,
                    authority,
                    0,
                    MakeSignature.CryptoStandard.valueOf(words[5]));
        }
    }

    /** preserve IN OUT FIELD: certificates (*.der) and revocation lists (*.crl) follow, OCSP answers (*.res) too. */
    private static void preserve(String[] words) throws Exception {
        List<byte[]> answers = new ArrayList<>();
        List<byte[]> lists = new ArrayList<>();
        List<byte[]> certificates = new ArrayList<>();
        for (int i = 4; i < words.length; i++) {
            List<byte[]> kind = words[i].endsWith(".crl") ? lists : words[i].endsWith(".res") ? answers : certificates;
            kind.add(Files.readAllBytes(Path.of(words[i])));
        }
        PdfReader reader = new PdfReader(words[1]);
        try (OutputStream out = new FileOutputStream(words[2])) {
            PdfStamper stamper = new PdfStamper(reader, out, '\0', true);
            LtvVerification data = new LtvVerification(stamper);
            data.addVerification(words[3], answers, lists, certificates);
            data.merge();
            stamper.close();
        }
    }

    /** stamp IN OUT FIELD TSA */
    private static void stamp(String[] words) throws Exception {
        PdfReader reader = new PdfReader(words[1]);
        try (OutputStream out = new FileOutputStream(words[2])) {
            PdfSignatureAppearance appearance =
                    PdfStamper.createSignature(reader, out, '\0', null, true).getSignatureAppearance();
            LtvTimestamp.timestamp(appearance, new TSAClientBouncyCastle(words[4], null, null, 8192, "SHA-256"), words[3]);
        }
    }

    /** judge IN ROOT.der: a line for each signature, then what its own check of the long-term data says. */
    private static void judge(String[] words) throws Exception {
        KeyStore roots = KeyStore.getInstance(KeyStore.getDefaultType());
        roots.load(null, null);
        try (FileInputStream file = new FileInputStream(words[2])) {
            roots.setCertificateEntry("root", CertificateFactory.getInstance("X.509").generateCertificate(file));
        }
        AcroFields fields = new PdfReader(words[1]).getAcroFields();
        for (String name : fields.getSignatureNames()) {
            PdfPKCS7 signature = fields.verifySignature(name);
            System.out.printf(
                    "%s\t%s\t%s\t%s%n",
                    name,
                    signature.verify() ? "valid" : "broken",
                    fields.signatureCoversWholeDocument(name) ? "whole" : "revision",
                    signature.isTsp() ? "timestamp" : signature.getTimeStampToken() == null ? "" : signature.verifyTimestampImprint() ? "stamped" : "badly stamped");
        }
        try {
            LtvVerifier verifier = new LtvVerifier(new PdfReader(words[1]));
            verifier.setRootStore(roots);
            verifier.setCertificateOption(LtvVerification.CertificateOption.WHOLE_CHAIN);
            verifier.setVerifyRootCertificate(false);
            verifier.setOnlineCheckingAllowed(false);
            for (VerificationOK found : verifier.verify(null)) System.out.println("long-term\t" + found);
        } catch (VerificationException refused) {
            System.out.println("refused\t" + refused.getMessage());
        }
    }
}
