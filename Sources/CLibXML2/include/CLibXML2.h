#ifndef TIAOWEN_CLIBXML2_H
#define TIAOWEN_CLIBXML2_H

#include <stdbool.h>

/// What we use of libxml2, without its headers.
///
/// The library is loaded when it is first needed and not when the tool
/// starts: it brings others with it and costs more than a whole search.

/// A parsed page or part.
typedef struct tiaowen_xml_tree tiaowen_xml_tree;

/// A node of a tree; it lives as long as its tree.
typedef struct tiaowen_xml_node tiaowen_xml_node;

/// What a node is.
typedef enum {
  tiaowen_xml_other,
  tiaowen_xml_element,
  tiaowen_xml_text,
} tiaowen_xml_kind;

/// Loads the library; false when it is not installed.
bool tiaowen_xml_load(void);

/// The tree of a page in UTF-8, however broken it is, or null.
tiaowen_xml_tree *tiaowen_xml_parse_html(const char *bytes, int count);

/// The tree of well-formed XML in UTF-8, or null. No entity is expanded and
/// no address is opened.
tiaowen_xml_tree *tiaowen_xml_parse(const char *bytes, int count);

/// Ends the life of a tree.
void tiaowen_xml_free(tiaowen_xml_tree *tree);

/// The first node of a tree, or null.
tiaowen_xml_node *tiaowen_xml_first(tiaowen_xml_tree *tree);

/// The first node in a node, or null.
tiaowen_xml_node *tiaowen_xml_first_child(tiaowen_xml_node *node);

/// The node after a node, or null.
tiaowen_xml_node *tiaowen_xml_next(tiaowen_xml_node *node);

/// The element that a node is in, or null.
tiaowen_xml_node *tiaowen_xml_parent(tiaowen_xml_node *node);

/// What a node is.
tiaowen_xml_kind tiaowen_xml_kind_of(tiaowen_xml_node *node);

/// The name of an element without its prefix, never null.
const char *tiaowen_xml_name(tiaowen_xml_node *node);

/// The text of a text node, never null.
const char *tiaowen_xml_content(tiaowen_xml_node *node);

/// The value of an attribute, whatever its prefix, or null.
const char *tiaowen_xml_attribute(tiaowen_xml_node *node, const char *name);

/// A tree without nodes, or null when memory is short.
tiaowen_xml_tree *tiaowen_xml_new(void);

/// Adds the outermost element, whose elements are of the namespace `space`,
/// and returns it, or null.
tiaowen_xml_node *tiaowen_xml_add_root(tiaowen_xml_tree *tree, const char *name,
                                       const char *space);

/// Adds an element of its parent's namespace at the end and returns it, or null.
tiaowen_xml_node *tiaowen_xml_add_element(tiaowen_xml_node *parent, const char *name);

/// Adds text, which is no markup, at the end of an element.
bool tiaowen_xml_add_text(tiaowen_xml_node *parent, const char *text);

/// Adds an attribute that the element has not.
bool tiaowen_xml_add_attribute(tiaowen_xml_node *node, const char *name, const char *value);

/// The tree as indented XML in UTF-8, which the caller frees, or null.
char *tiaowen_xml_bytes(tiaowen_xml_tree *tree, int *count);

#endif
