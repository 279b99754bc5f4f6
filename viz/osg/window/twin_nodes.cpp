#include "viz/osg/window/twin_nodes.h"

#include <osg/Depth>
#include <osg/PolygonOffset>
#include <set>

#include "viz/osg/scene_nodes.h"

namespace parktwin::viz::window {
namespace {

/// After the ground and its map (scene_nodes.cpp: up to 84): what is buried shows through them, and what stands on them hides it.
enum Bin { buried_bin = 85, standing_bin = 86, mark_bin = 87 };

bool standing(const std::string& mesh) {
  return mesh == "buildings" || mesh == "pipe_galleries" || mesh == "trees" || mesh == "masts" || mesh == "solar";
}

void place_in_order(const std::string& mesh, osg::Node& node) {
  osg::StateSet& state = *node.getOrCreateStateSet();
  if (standing(mesh)) state.setRenderBinDetails(standing_bin, "RenderBin");
  if (!buried(mesh)) return;
  state.setRenderBinDetails(buried_bin, "RenderBin");
  state.setAttributeAndModes(new osg::Depth(osg::Depth::ALWAYS, 0.0, 1.0, false));
}

}  // namespace

TwinNodes::TwinNodes(const Display& display) {
  Scene bare;
  bare.to_sun = display.scene.to_sun;
  root_ = scene_nodes(bare);
}

void TwinNodes::follow(const Desk& desk) {
  const Display& display = desk.display();
  std::set<std::string> present;
  for (const auto& mesh : display.meshes) {
    const auto part = part_of(mesh->name);
    const bool moved = mesh->name == "masts" && desk.moved_masts() != nullptr;
    show(mesh->name, moved ? desk.moved_masts() : mesh, !part || desk.shows(*part));
    present.insert(mesh->name);
  }
  for (auto& [name, drawn] : drawn_) {
    if (!present.contains(name)) drawn.node->setNodeMask(0);
  }
  show_map(display);
  show_mark(desk.mark());
}

void TwinNodes::show(const std::string& name, const std::shared_ptr<const Mesh>& mesh, bool visible) {
  Drawn& drawn = drawn_[name];
  if (drawn.mesh != mesh) {
    if (drawn.node.valid()) root_->removeChild(drawn.node.get());
    drawn.mesh = mesh;
    // Eight bits of stencil tell translucent meshes apart; few are translucent.
    drawn.node = mesh_node(*mesh, 1 + numbered_++ % 250);
    place_in_order(name, *drawn.node);
    root_->addChild(drawn.node.get());
  }
  drawn.node->setNodeMask(visible ? ~0U : 0U);
}

void TwinNodes::show_map(const Display& display) {
  if (drape_ == display.drape) return;
  drape_ = display.drape;
  if (drape_node_.valid()) root_->removeChild(drape_node_.get());
  drape_node_ = nullptr;
  if (!drape_) return;
  for (const auto& mesh : display.meshes) {
    if (mesh->name == "ground") drape_node_ = drape_node(*mesh, *drape_);
  }
  if (drape_node_.valid()) root_->addChild(drape_node_.get());
}

void TwinNodes::show_mark(const std::shared_ptr<const Mesh>& mark) {
  if (mark_ == mark) return;
  mark_ = mark;
  if (mark_node_.valid()) root_->removeChild(mark_node_.get());
  mark_node_ = nullptr;
  if (!mark) return;
  const osg::ref_ptr<osg::Node> node = mesh_node(*mark, 255);
  osg::StateSet& state = *node->getOrCreateStateSet();
  state.setRenderBinDetails(mark_bin, "RenderBin");
  state.setAttributeAndModes(new osg::Depth(osg::Depth::LEQUAL, 0.0, 1.0, false));
  state.setAttributeAndModes(new osg::PolygonOffset(-4.0F, -16.0F));
  mark_node_ = node;
  root_->addChild(mark_node_.get());
}

}  // namespace parktwin::viz::window
