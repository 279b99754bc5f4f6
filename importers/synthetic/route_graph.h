#pragma once
// Streets as a graph: crossings and places along streets are its vertices. Fibre ducts and power cables follow its shortest paths.
#include <vector>

#include "importers/synthetic/plan.h"

namespace parktwin::importers::synthetic {

class RouteGraph {
 public:
  using Vertex = std::size_t;
  struct Edge {
    Vertex a = 0;
    Vertex b = 0;
    double length = 0.0;
  };
  struct Route {
    std::vector<Vertex> vertices;    ///< from start to target; only the start when they are the same
    std::vector<std::size_t> edges;  ///< one fewer
    double length = 0.0;
  };

  /// Streets that run straight along x or y, other than the motorway. Places are points beside streets; each becomes a vertex on its
  /// nearest street (see vertex_of_place), joined to others within 8 m along the street.
  RouteGraph(const std::vector<Street>& streets, const std::vector<Point>& places);

  [[nodiscard]] Vertex vertex_of_place(std::size_t place) const { return place_vertices_[place]; }
  [[nodiscard]] const std::vector<Point>& points() const { return points_; }
  [[nodiscard]] const std::vector<Edge>& edges() const { return edges_; }
  [[nodiscard]] Vertex nearest_vertex(Point point) const;
  /// Shortest routes from one vertex (Dijkstra; ties go to what is found first).
  struct Tree {
    std::vector<double> length;    ///< by vertex; infinite when not connected
    std::vector<std::size_t> via;  ///< last edge towards the vertex
    Vertex start = 0;
  };
  [[nodiscard]] Tree tree_from(Vertex start) const;
  /// The tree's route to a target. Precondition: the target is connected.
  [[nodiscard]] Route route(const Tree& tree, Vertex target) const;

 private:
  std::vector<Point> points_;
  std::vector<Edge> edges_;
  std::vector<std::vector<std::size_t>> incident_;
  std::vector<Vertex> place_vertices_;
};

}  // namespace parktwin::importers::synthetic
