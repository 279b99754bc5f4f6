#pragma once
// Points in the unit cube, for factors to be spread over. All are functions of their arguments alone.
#include <cstddef>
#include <cstdint>
#include <vector>

namespace parktwin::sweep {

/// One coordinate per factor, each in [0, 1).
using Point = std::vector<double>;

/// Each of `count` equal slices of each factor holds one point (McKay, Beckman, Conover, Technometrics 21(2), 1979).
[[nodiscard]] std::vector<Point> latin_hypercube(std::size_t count, std::size_t factors, std::uint64_t seed);

/// The first points of Sobol's sequence after the origin, with the direction numbers of Joe and Kuo (SIAM J. Sci. Comput. 30, 2008) as
/// Boost.Random has them. Precondition: factors > 0.
[[nodiscard]] std::vector<Point> sobol(std::size_t count, std::size_t factors);

/// For indices of sensitivity (Saltelli et al., Comput. Phys. Commun. 181, 2010): per base point of a Sobol sequence of twice as many
/// factors the points A, B, and A with one factor of B after the other: factors + 2 points.
[[nodiscard]] std::vector<Point> saltelli(std::size_t base_points, std::size_t factors);

}  // namespace parktwin::sweep
