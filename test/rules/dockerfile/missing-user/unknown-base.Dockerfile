FROM registry.example.com/team/base:3
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/missing-user may run as root
