"""Saves libreoffice-kinds.xls encrypted as Excel encrypts one whose structure is protected: by a password that every program knows.

Run with Debian's python3-uno and libreoffice-calc. LibreOffice encrypts by RC4 as of Excel 97; the file encrypted by RC4 of the
CryptoAPI is made here.
"""

import hashlib
import pathlib
import struct
import subprocess
import time

import uno
from com.sun.star.beans import PropertyValue

HERE = pathlib.Path(__file__).resolve().parent
PASSWORD = "VelvetSweatshop"


def property_of(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def save_by_libreoffice(source, target):
    office = subprocess.Popen(["soffice", "--headless", "--norestore", "--accept=pipe,name=protect;urp;"])
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(60):
        try:
            remote = resolver.resolve("uno:pipe,name=protect;urp;StarOffice.ComponentContext")
            break
        except Exception:
            time.sleep(1)
    desktop = remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
    book = desktop.loadComponentFromURL(source.as_uri(), "_blank", 0, (property_of("Hidden", True),))
    book.storeToURL(target.as_uri(), (property_of("FilterName", "MS Excel 97"), property_of("Password", PASSWORD)))
    book.close(True)
    try:
        desktop.terminate()
    except Exception:
        pass
    office.wait()


def rc4(key, count):
    state, j = list(range(256)), 0
    for i in range(256):
        j = (j + state[i] + key[i % len(key)]) % 256
        state[i], state[j] = state[j], state[i]
    stream, i, j = bytearray(), 0, 0
    for _ in range(count):
        i = (i + 1) % 256
        j = (j + state[i]) % 256
        state[i], state[j] = state[j], state[i]
        stream.append(state[(state[i] + state[j]) % 256])
    return stream


def encrypt_by_cryptoapi(plain):
    """The stream of a plain file, with FILEPASS after its first record and all that can be encrypted."""
    salt, key_length = bytes(range(16)), 16
    seed = hashlib.sha1(salt + PASSWORD.encode("utf-16le")).digest()
    key = lambda block: hashlib.sha1(seed + struct.pack("<I", block)).digest()[:key_length]
    verifier = bytes(range(16, 32))
    combined = bytes(a ^ b for a, b in zip(verifier + hashlib.sha1(verifier).digest(), rc4(key(0), 36)))
    provider = "Microsoft Enhanced Cryptographic Provider v1.0\0".encode("utf-16le")
    header = struct.pack("<8I", 4, 0, 0x6801, 0x8004, key_length * 8, 1, 0, 0) + provider
    checks = struct.pack("<I", 16) + salt + combined[:16] + struct.pack("<I", 20) + combined[16:]
    body = struct.pack("<3H2I", 1, 4, 2, 4, len(header)) + header + checks
    file_pass = struct.pack("<2H", 0x2F, len(body)) + body
    start = plain.index(b"\x09\x08\x10\x00\x00\x06\x05\x00")
    # The records up to the end of the second sheet.
    end = start
    ends = 0
    while ends < 3:
        kind, length = struct.unpack_from("<2H", plain, end)
        ends += kind == 0x0A
        end += 4 + length
    stream = bytearray(plain[start:start + 20] + file_pass + plain[start + 20:end])
    at = 0
    while at < len(stream):
        kind, length = struct.unpack_from("<2H", stream, at)
        if kind == 0x85:
            struct.pack_into("<I", stream, at + 4, struct.unpack_from("<I", stream, at + 4)[0] + len(file_pass))
        if kind not in (0x809, 0x2F, 0xE1):
            for place in range(at + (8 if kind == 0x85 else 4), at + 4 + length):
                stream[place] ^= blocks(key, place // 1024)[place % 1024]
        at += 4 + length
    return stream


def blocks(key, number, known={}):
    if number not in known:
        known[number] = rc4(key(number), 1024)
    return known[number]


def compound(stream):
    """A compound file of one stream: header, stream, folder, table."""
    count = max(-(-len(stream) // 512), 8)
    entry = lambda name, kind, child, first, length: (
        (name + "\0").encode("utf-16le").ljust(64, b"\0")
        + struct.pack("<HBB3I", 2 * len(name) + 2, kind, 1, 0xFFFFFFFF, 0xFFFFFFFF, child) + bytes(36) + struct.pack("<IQ", first, length))
    folder = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry("Workbook", 2, 0xFFFFFFFF, 0, count * 512) + bytes(256)
    table = list(range(1, count)) + [0xFFFFFFFE, 0xFFFFFFFE, 0xFFFFFFFD]
    table += [0xFFFFFFFF] * (128 - len(table))
    header = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    header += struct.pack("<9I", 1, count, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0, count + 1)
    return header.ljust(512, b"\xFF") + bytes(stream).ljust(count * 512, b"\0") + folder + struct.pack("<128I", *table)


if __name__ == "__main__":
    save_by_libreoffice(HERE / "libreoffice-kinds.xls", HERE / "libreoffice-protected.xls")
    plain = (HERE / "libreoffice-kinds.xls").read_bytes()
    (HERE / "libreoffice-protected-cryptoapi.xls").write_bytes(compound(encrypt_by_cryptoapi(plain)))
