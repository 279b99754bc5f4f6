#include "engine/park/transceiver_faults.h"

#include <fmt/format.h>

#include "engine/park/transceivers.h"

namespace parktwin {

std::vector<TransceiverFault> faults_of(const NetworkLink& link) {
  if (link.transceiver == Transceiver::by_rate || name_of(link.transceiver) == "?") return {};
  std::vector<TransceiverFault> faults;
  if (link.medium != LinkMedium::fibre) {
    faults.push_back(
        {"transceiver", fmt::format("found {}, expected by_rate: the link's medium is {}, which has no transceiver of this kind",
                                    name_of(link.transceiver), name_of(link.medium))});
  }
  const double most_mbps = figures_of(link.transceiver).rate.value();
  const auto check_rate = [&](std::string_view field, MegabitsPerSecond rate) {
    if (!(rate.value() > most_mbps)) return;
    faults.push_back({field, fmt::format("found {} Mbit/s, expected at most {} Mbit/s, which a {} carries", rate.value(), most_mbps,
                                         name_of(link.transceiver))});
  };
  check_rate("rate_down_mbps", link.rate_down);
  check_rate("rate_up_mbps", link.rate_up);
  return faults;
}

}  // namespace parktwin
