#include "engine/park/network_slice_faults.h"

#include <fmt/format.h>

namespace parktwin {

std::optional<std::string> fault_of_shares(const NetworkSlice& slice) {
  if (!(slice.guaranteed_share > slice.highest_share)) return std::nullopt;
  return fmt::format("found {}, expected at most the slice's highest_share {}", slice.guaranteed_share, slice.highest_share);
}

}  // namespace parktwin
