#pragma once
// The radio simulator's reference mode: what chosen links really have, by exact geometry and ray theory, to grade the fast mode against.
// Walls, corners and roof edges of the exact mesh, mirror images for reflections, uniform theory of diffraction for edges (paths.h,
// field.h). Gains are between isotropic vertically polarised points; antennas come in as a function of the departure direction. The power
// gain is the mean over a few wavelengths: ways whose lengths differ by less than half a wavelength from the shortest of their group add as
// fields (they would not separate, and a field just inside a shadow's edge is the sum of both), groups add as powers. Ignores transmission
// through buildings, vegetation, scattering off rough walls and reflections off roofs.
#include <array>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/simulators/radio/reference/paths.h"

namespace parktwin::radio::reference {

struct Options {
  PathLimits limits;
  bool keep_paths = false;  ///< return every path, not only sums
};

/// Elevations above the vertical datum. Both ends outdoors, above the ground.
using Link = Ends;

/// Gain in dBi towards a unit vector away from the transmitter.
using DepartureGain = std::function<double(Vector3)>;

struct LinkResult {
  bool converged = false;  ///< an exact way was found; if not, `reason` says what the sum holds instead
  std::string reason;
  bool line_of_sight = false;
  double power_gain_db = 0.0;     ///< of converged links and those with a reason alike; never infinite
  double coherent_gain_db = 0.0;  ///< of the sum of all fields at the very point
  PathKind strongest = PathKind::direct;
  std::array<std::size_t, path_kinds> counts{};  ///< by kind
  std::vector<Path> paths;                       ///< strongest first; empty unless kept
};

/// A park prepared for tracing.
class Scene {
 public:
  Scene(const Terrain& terrain, std::span<const Building> buildings);
  [[nodiscard]] const ParkMesh& mesh() const { return mesh_; }
  [[nodiscard]] const RayScene& rays() const { return rays_; }

 private:
  ParkMesh mesh_;
  RayScene rays_;
};

/// One result per link, in their order; parallel over links, the same bits for any number of threads.
/// `gains` holds one function per link, or none for isotropic transmitters. Precondition: ends of a link further apart than 1 m.
[[nodiscard]] std::vector<LinkResult> trace_links(const Scene& scene, std::span<const Link> links, const Options& options,
                                                  std::span<const DepartureGain> gains = {});

/// Power gain in dB of paths by the rule above. Precondition: at least one path.
[[nodiscard]] double power_gain_db(std::span<const Path> paths, Hertz frequency, const DepartureGain& gain);

}  // namespace parktwin::radio::reference
