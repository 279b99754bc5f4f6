#pragma once
// The desk's display as a scene graph that follows it: only meshes that are other ones than before are built anew.
#include <map>
#include <memory>
#include <osg/Group>
#include <osg/ref_ptr>
#include <string>

#include "viz/window/desk.h"

namespace parktwin::viz::window {

class TwinNodes {
 public:
  explicit TwinNodes(const Display& display);

  /// Below it are sun, meshes, map and mark.
  [[nodiscard]] osg::ref_ptr<osg::Group> root() const { return root_; }
  void follow(const Desk& desk);

 private:
  struct Drawn {
    std::shared_ptr<const Mesh> mesh;
    osg::ref_ptr<osg::Node> node;
  };
  void show(const std::string& name, const std::shared_ptr<const Mesh>& mesh, bool visible);
  void show_map(const Display& display);
  void show_mark(const std::shared_ptr<const Mesh>& mark);

  osg::ref_ptr<osg::Group> root_;
  std::map<std::string, Drawn> drawn_;
  std::shared_ptr<const Drape> drape_;
  osg::ref_ptr<osg::Node> drape_node_;
  std::shared_ptr<const Mesh> mark_;
  osg::ref_ptr<osg::Node> mark_node_;
  int numbered_ = 0;
};

}  // namespace parktwin::viz::window
