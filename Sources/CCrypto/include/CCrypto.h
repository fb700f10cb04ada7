/// The door to libcrypto: SHA-256, HMAC-SHA256, random bytes and comparison in constant time.
///
/// Every function answers 1 when it did its work and 0 when libcrypto refused, except for the comparison.
#pragma once

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rand.h>
#include <stddef.h>

enum { CRYPTO_SHA256_SIZE = 32 };

static inline int crypto_sha256(const void *bytes, size_t count, unsigned char digest[32]) {
  unsigned int size = 0;
  return EVP_Digest(bytes, count, digest, &size, EVP_sha256(), NULL) == 1 && size == 32;
}

/// An empty key must still be a pointer: libcrypto takes NULL for "the key of the last call".
static inline int crypto_hmac_sha256(
    const void *key, int key_count, const void *bytes, size_t count, unsigned char digest[32]) {
  unsigned int size = 0;
  return HMAC(EVP_sha256(), key, key_count, (const unsigned char *)bytes, count, digest, &size) != NULL && size == 32;
}

static inline int crypto_random(void *bytes, int count) {
  return RAND_bytes((unsigned char *)bytes, count) == 1;
}

/// 1 when both are equal; takes as long whether or not they are.
static inline int crypto_equal(const void *left, const void *right, size_t count) {
  return CRYPTO_memcmp(left, right, count) == 0;
}
