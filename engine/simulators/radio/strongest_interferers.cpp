#include "engine/simulators/radio/strongest_interferers.h"

#include <cmath>

namespace parktwin::radio {

std::vector<std::uint16_t> strongest_interferers(const Scene& scene, std::span<const MapCell> places,
                                                 std::span<const std::uint16_t> servers) {
  PARKTWIN_CHECK(places.size() == servers.size(), "one server per place");
  std::vector<std::uint16_t> interferers(places.size(), no_server);
  if (places.empty()) return interferers;
  std::vector<std::size_t> carrier_of_cell(scene.mast_of_cell.size());
  for (const auto& mast : scene.transmitters.masts) {
    for (const auto& transmitter : mast.transmitters) carrier_of_cell[transmitter.cell] = transmitter.carrier;
  }
  std::vector<double> most_mw(places.size(), 0.0);
  RowEvaluator evaluator(scene);
  evaluator.begin_cells(places);
  for (std::size_t mast = 0; mast < scene.transmitters.masts.size(); ++mast) {
    const std::size_t count = evaluator.begin_mast(mast);
    if (count == 0) continue;
    for (const auto& transmitter : scene.transmitters.masts[mast].transmitters) {
      const auto levels = evaluator.levels(transmitter);
      for (std::size_t i = 0; i < count; ++i) {
        const std::size_t place = evaluator.reached()[i];
        if (transmitter.cell == servers[place]) continue;
        const auto coupled = static_cast<double>(scene.coupling[carrier_of_cell[servers[place]]][transmitter.carrier]);
        const double disturbance_mw = coupled * transmitter.load * std::pow(10.0, 0.1 * static_cast<double>(levels[i]));
        if (disturbance_mw <= most_mw[place]) continue;
        most_mw[place] = disturbance_mw;
        interferers[place] = transmitter.cell;
      }
    }
  }
  return interferers;
}

}  // namespace parktwin::radio
