#pragma once
// The content hash of every part of a run by itself, so that a run that is read in part can be held against what was saved. A part of the
// park is one; of the results, every field that is no record of further fields.
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/park/park.h"
#include "engine/run/results.h"

namespace parktwin::storage {

struct PartHash {
  std::string path;  ///< in results.h5
  std::string hash;
};

template <class Visitor, DescribedAs<PartHash> Self>
void describe(Visitor&& visit, Self& part) {
  visit(Field{"path", "", "part of the run"}, part.path);
  visit(Field{"hash", "", "its content hash"}, part.hash);
}

[[nodiscard]] std::vector<PartHash> part_hashes(const Park& park, const Results& results);

}  // namespace parktwin::storage
