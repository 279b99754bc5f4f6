#include "engine/storage/part_hashes.h"

#include "engine/core/hash.h"

namespace parktwin::storage {
namespace {

template <class T>
void add(const T& value, const std::string& path, std::vector<PartHash>& hashes) {
  if constexpr (Described<T> && !ParkPart<T>) {
    describe([&](const Field& field, const auto& member) { add(member, path + "/" + std::string(field.name), hashes); }, value);
  } else {
    hashes.push_back({path, content_hash(value).hex()});
  }
}

}  // namespace

std::vector<PartHash> part_hashes(const Park& park, const Results& results) {
  std::vector<PartHash> hashes;
  add(park, "/park", hashes);
  add(results, "/results", hashes);
  return hashes;
}

}  // namespace parktwin::storage
