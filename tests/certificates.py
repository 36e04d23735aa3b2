"""A certificate and a key of the test's own, of the form that C2PA asks for."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

Key = ec.EllipticCurvePrivateKey


def certified(folder: Path, curve: ec.EllipticCurve | None = None) -> tuple[Path, Path]:
    """The files of a chain (signer, root) and of the signer's key, both PEM."""
    root, signer = ec.generate_private_key(ec.SECP256R1()), _signer(curve)
    top = (
        _blank("root", "root", root)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .sign(root, hashes.SHA256())
    )
    own = (
        _blank("signer", "root", signer)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(
            x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False
        )
        .add_extension(
            x509.AuthorityKeyIdentifier.from_issuer_public_key(root.public_key()), critical=False
        )
        .sign(root, hashes.SHA256())
    )
    chain, key = folder / "chain.pem", folder / "key.pem"
    chain.write_bytes(own.public_bytes(Encoding.PEM) + top.public_bytes(Encoding.PEM))
    key.write_bytes(signer.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return chain, key


def _signer(curve: ec.EllipticCurve | None) -> Key:
    return ec.generate_private_key(curve or ec.SECP256R1())


def _blank(subject: str, issuer: str, key: Key) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )


def _name(common: str) -> x509.Name:
    told = {NameOID.ORGANIZATION_NAME: "Mongyudo's tests", NameOID.COMMON_NAME: common}
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in told.items()])


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )
