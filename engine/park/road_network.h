#pragma once
// Streets as a graph: vertices where centre lines bend, cross or meet, edges between them. Ends that miss another street by little are
// taken to meet it. Serves routes of ducts along streets, and drives.
#include <optional>
#include <vector>

#include "engine/core/geometry.h"
#include "engine/park/land.h"

namespace parktwin {

class RoadNetwork {
 public:
  struct Edge {
    std::size_t from = 0;
    std::size_t to = 0;
    double length = 0.0;  ///< m
  };
  /// Nearest place on the streets: on which edge, where, how far away.
  struct Foot {
    std::size_t edge = 0;
    Point point;
    double distance = 0.0;
  };
  /// Way from the source to a vertex.
  struct Way {
    double length = 0.0;
    std::vector<std::size_t> edges;  ///< from the source outwards
  };

  /// Ends within `snap` metres of another street are joined to it.
  RoadNetwork(const std::vector<Road>& roads, double snap);

  [[nodiscard]] const std::vector<Point>& vertices() const { return vertices_; }
  [[nodiscard]] const std::vector<Edge>& edges() const { return edges_; }
  /// None when there are no streets.
  [[nodiscard]] std::optional<Foot> nearest(Point point) const;
  /// Shortest ways from a vertex to all; none where no way leads. Ties by lower vertex.
  [[nodiscard]] std::vector<std::optional<Way>> ways_from(std::size_t source) const;

 private:
  std::size_t vertex_at(Point point);

  std::vector<Point> vertices_;
  std::vector<Edge> edges_;
};

}  // namespace parktwin
