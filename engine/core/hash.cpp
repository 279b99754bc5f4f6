#include "engine/core/hash.h"

#include <xxhash.h>

#include <cstdio>

namespace parktwin {

struct Hasher::State {
  XXH3_state_t* stream = XXH3_createState();
};

Hasher::Hasher() : state_(std::make_unique<State>()) { XXH3_128bits_reset(state_->stream); }

Hasher::~Hasher() { XXH3_freeState(state_->stream); }

void Hasher::add_bytes(const void* data, std::size_t size) {
  if (size > 0) XXH3_128bits_update(state_->stream, data, size);
}

ContentHash Hasher::digest() const {
  const XXH128_hash_t digest = XXH3_128bits_digest(state_->stream);
  return {digest.high64, digest.low64};
}

std::string ContentHash::hex() const {
  std::array<char, 33> text{};
  std::snprintf(text.data(), text.size(), "%016llx%016llx", static_cast<unsigned long long>(high), static_cast<unsigned long long>(low));
  return text.data();
}

}  // namespace parktwin
