import java.awt.image.BufferedImage;
import java.io.File;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Calendar;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureInterface;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.SignatureOptions;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.visible.PDVisibleSigProperties;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.visible.PDVisibleSignDesigner;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Signs with PDFBox and Bouncy Castle, the way PDFBox documents it: IN OUT P12 visible|invisible, as often as asked. */
public class Pdfbox {
    public static void main(String[] words) throws Exception {
        for (int i = 0; i + 3 < words.length; i += 4)
            sign(new File(words[i]), words[i + 1], words[i + 2], words[i + 3].equals("visible"));
    }

    private static void sign(File in, String out, String keys, boolean isVisible) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        char[] password = "123456".toCharArray();
        try (FileInputStream file = new FileInputStream(keys)) {
            store.load(file, password);
        }
        String alias = store.aliases().nextElement();
        PrivateKey key = (PrivateKey) store.getKey(alias, password);
        Certificate[] chain = store.getCertificateChain(alias);
        try (PDDocument document = PDDocument.load(in); FileOutputStream to = new FileOutputStream(out)) {
            PDSignature signature = new PDSignature();
            signature.setFilter(PDSignature.FILTER_ADOBE_PPKLITE);
            signature.setSubFilter(PDSignature.SUBFILTER_ADBE_PKCS7_DETACHED);
            signature.setName("某某市人民政府");
            signature.setReason("发文");
            signature.setSignDate(Calendar.getInstance());
            SignatureInterface signer = content -> cms(content, key, chain);
            if (isVisible) document.addSignature(signature, signer, picture(document));
            else document.addSignature(signature, signer);
            document.saveIncremental(to);
        }
    }

    /** A red square as a seal, on the first page. */
    private static SignatureOptions picture(PDDocument document) throws IOException {
        BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < 40; x++) for (int y = 0; y < 40; y++) image.setRGB(x, y, 0xff0000);
        PDVisibleSignDesigner design = new PDVisibleSignDesigner(document, image, 1);
        design.xAxis(100).yAxis(100).width(40).height(40).signatureFieldName("visible");
        PDVisibleSigProperties properties = new PDVisibleSigProperties();
        properties.signerName("某某市人民政府").page(1).visualSignEnabled(true).setPdVisibleSignature(design).buildSignature();
        SignatureOptions options = new SignatureOptions();
        options.setVisualSignature(properties.getVisibleSignature());
        options.setPage(0);
        return options;
    }

    private static byte[] cms(InputStream content, PrivateKey key, Certificate[] chain) throws IOException {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(
                    new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                            .build(new JcaContentSignerBuilder("SHA256WithRSA").build(key), (X509Certificate) chain[0]));
            generator.addCertificates(new JcaCertStore(Arrays.asList(chain)));
            return generator.generate(new CMSProcessableByteArray(content.readAllBytes()), false).getEncoded();
        } catch (Exception error) {
            throw new IOException(error);
        }
    }
}
