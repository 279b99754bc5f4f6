#pragma once
// What would bring a point-to-point link into the range of its transceivers: other transceivers, fewer connectors, less fibre, a switch on
// the way, or an attenuator.
#include <string>

#include "engine/park/transceivers.h"
#include "engine/simulators/wired/optical/point_to_point.h"

namespace parktwin::wired::optical {

/// Loss of the fibre, its splices and connectors in the band of the transceiver, without margin.
[[nodiscard]] double route_loss_db(const NetworkLink& link, double length_m, const Options& options, const TransceiverFigures& figures);

/// One sentence. Precondition: the budget is not met and names a transceiver.
[[nodiscard]] std::string link_mending(const Park& park, const Options& options, const LinkBudget& budget);

}  // namespace parktwin::wired::optical
