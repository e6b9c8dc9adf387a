// Written by `npm run gen`; not edited by hand.
import type { AnyRule } from '../core/rule.ts';
import seaworthyUnusedSuppression from './rules/unused-suppression.ts';
import composeApparmorUnconfined from '../compose/rules/apparmor-unconfined.ts';
import composeAuthenticationDisabled from '../compose/rules/authentication-disabled.ts';
import composeBackendNetworkNotInternal from '../compose/rules/backend-network-not-internal.ts';
import composeBindMountCouldBeReadOnly from '../compose/rules/bind-mount-could-be-read-only.ts';
import composeBindPropagationShared from '../compose/rules/bind-propagation-shared.ts';
import composeBuildNetworkHost from '../compose/rules/build-network-host.ts';
import composeBuildWithPublicImage from '../compose/rules/build-with-public-image.ts';
import composeCapabilitiesNotDropped from '../compose/rules/capabilities-not-dropped.ts';
import composeCgroupParent from '../compose/rules/cgroup-parent.ts';
import composeCpuLimitMissing from '../compose/rules/cpu-limit-missing.ts';
import composeDangerousCapabilityAdd from '../compose/rules/dangerous-capability-add.ts';
import composeDatabaseOnExternalNetwork from '../compose/rules/database-on-external-network.ts';
import composeDebugModeEnabled from '../compose/rules/debug-mode-enabled.ts';
import composeDefaultBridgeNetwork from '../compose/rules/default-bridge-network.ts';
import composeDefaultCredentials from '../compose/rules/default-credentials.ts';
import composeDeviceCgroupRuleWildcard from '../compose/rules/device-cgroup-rule-wildcard.ts';
import composeDirectNetworkDriver from '../compose/rules/direct-network-driver.ts';
import composeDockerApiSocket from '../compose/rules/docker-api-socket.ts';
import composeDockerSocketMount from '../compose/rules/docker-socket-mount.ts';
import composeDockerTcpEndpoint from '../compose/rules/docker-tcp-endpoint.ts';
import composeDuplicateContainerName from '../compose/rules/duplicate-container-name.ts';
import composeDuplicateHostPort from '../compose/rules/duplicate-host-port.ts';
import composeDuplicateSecurityKey from '../compose/rules/duplicate-security-key.ts';
import composeEndOfLifeImage from '../compose/rules/end-of-life-image.ts';
import composeGpuAll from '../compose/rules/gpu-all.ts';
import composeHardcodedSecretEnv from '../compose/rules/hardcoded-secret-env.ts';
import composeHealthcheckMissing from '../compose/rules/healthcheck-missing.ts';
import composeHostCredentialMount from '../compose/rules/host-credential-mount.ts';
import composeHostDeviceExposed from '../compose/rules/host-device-exposed.ts';
import composeHostGateway from '../compose/rules/host-gateway.ts';
import composeHostNamespace from '../compose/rules/host-namespace.ts';
import composeHostNetworkByName from '../compose/rules/host-network-by-name.ts';
import composeHostPrivilegedPort from '../compose/rules/host-privileged-port.ts';
import composeImageLatestTag from '../compose/rules/image-latest-tag.ts';
import composeImageNoDigest from '../compose/rules/image-no-digest.ts';
import composeImageTagDrift from '../compose/rules/image-tag-drift.ts';
import composeImageUntrustedRegistry from '../compose/rules/image-untrusted-registry.ts';
import composeInsecureSource from '../compose/rules/insecure-source.ts';
import composeInstallsAtStart from '../compose/rules/installs-at-start.ts';
import composeInvalidContainerName from '../compose/rules/invalid-container-name.ts';
import composeLegacyLinks from '../compose/rules/legacy-links.ts';
import composeLogRotationMissing from '../compose/rules/log-rotation-missing.ts';
import composeLoggingDisabled from '../compose/rules/logging-disabled.ts';
import composeLoginServer from '../compose/rules/login-server.ts';
import composeMemoryLimitMissing from '../compose/rules/memory-limit-missing.ts';
import composeMergeKeyListShadowing from '../compose/rules/merge-key-list-shadowing.ts';
import composeMissingNonRootUser from '../compose/rules/missing-non-root-user.ts';
import composeMisspelledSecurityKey from '../compose/rules/misspelled-security-key.ts';
import composeNamespaceJoin from '../compose/rules/namespace-join.ts';
import composeNoNetworkSegmentation from '../compose/rules/no-network-segmentation.ts';
import composeNoNewPrivilegesMissing from '../compose/rules/no-new-privileges-missing.ts';
import composeObsoleteVersionKey from '../compose/rules/obsolete-version-key.ts';
import composeOomKillDisabled from '../compose/rules/oom-kill-disabled.ts';
import composeOverrideKeepsOpenPort from '../compose/rules/override-keeps-open-port.ts';
import composePidsLimitMissing from '../compose/rules/pids-limit-missing.ts';
import composePlainHttpUrl from '../compose/rules/plain-http-url.ts';
import composePlaintextPort from '../compose/rules/plaintext-port.ts';
import composePortAllInterfaces from '../compose/rules/port-all-interfaces.ts';
import composePrivilegedBuild from '../compose/rules/privileged-build.ts';
import composePrivilegedContainer from '../compose/rules/privileged-container.ts';
import composePrivilegedGroupAdd from '../compose/rules/privileged-group-add.ts';
import composePrivilegedLifecycleHook from '../compose/rules/privileged-lifecycle-hook.ts';
import composeProjectNameMissing from '../compose/rules/project-name-missing.ts';
import composeProviderRunsProgram from '../compose/rules/provider-runs-program.ts';
import composePullPolicyStale from '../compose/rules/pull-policy-stale.ts';
import composeRemoteDebugger from '../compose/rules/remote-debugger.ts';
import composeRemoteSourceUnpinned from '../compose/rules/remote-source-unpinned.ts';
import composeReplicasHostBind from '../compose/rules/replicas-host-bind.ts';
import composeRestartPolicyUnbounded from '../compose/rules/restart-policy-unbounded.ts';
import composeRootEquivalentHostMount from '../compose/rules/root-equivalent-host-mount.ts';
import composeRunsAsRoot from '../compose/rules/runs-as-root.ts';
import composeSeccompProfileFile from '../compose/rules/seccomp-profile-file.ts';
import composeSeccompUnconfined from '../compose/rules/seccomp-unconfined.ts';
import composeSecretInBuildArgs from '../compose/rules/secret-in-build-args.ts';
import composeSecretInCommand from '../compose/rules/secret-in-command.ts';
import composeSecretInConfig from '../compose/rules/secret-in-config.ts';
import composeSecretInEnvFile from '../compose/rules/secret-in-env-file.ts';
import composeSecretInEnvironment from '../compose/rules/secret-in-environment.ts';
import composeSecretInLabels from '../compose/rules/secret-in-labels.ts';
import composeSecretModeIgnored from '../compose/rules/secret-mode-ignored.ts';
import composeSecurityKeyReset from '../compose/rules/security-key-reset.ts';
import composeSelinuxDisabled from '../compose/rules/selinux-disabled.ts';
import composeSelinuxRelabelSystemPath from '../compose/rules/selinux-relabel-system-path.ts';
import composeSensitiveHostMount from '../compose/rules/sensitive-host-mount.ts';
import composeSensitivePortPublished from '../compose/rules/sensitive-port-published.ts';
import composeSharedVolume from '../compose/rules/shared-volume.ts';
import composeStatefulImageWithoutVolume from '../compose/rules/stateful-image-without-volume.ts';
import composeSwarmAttachableOverlay from '../compose/rules/swarm-attachable-overlay.ts';
import composeSwarmEncryptedOverlayWindows from '../compose/rules/swarm-encrypted-overlay-windows.ts';
import composeSwarmHostIpIgnored from '../compose/rules/swarm-host-ip-ignored.ts';
import composeSwarmIgnoredKey from '../compose/rules/swarm-ignored-key.ts';
import composeSwarmIgnoredSecurityOption from '../compose/rules/swarm-ignored-security-option.ts';
import composeSwarmManagerSocket from '../compose/rules/swarm-manager-socket.ts';
import composeSwarmOverlayUnencrypted from '../compose/rules/swarm-overlay-unencrypted.ts';
import composeSwarmRefusedKey from '../compose/rules/swarm-refused-key.ts';
import composeSystemPathsUnmasked from '../compose/rules/system-paths-unmasked.ts';
import composeTlsVerificationDisabled from '../compose/rules/tls-verification-disabled.ts';
import composeTmpfsInsecureOptions from '../compose/rules/tmpfs-insecure-options.ts';
import composeUlimitUnbounded from '../compose/rules/ulimit-unbounded.ts';
import composeUnneededDefaultCapability from '../compose/rules/unneeded-default-capability.ts';
import composeUnprotectedBridge from '../compose/rules/unprotected-bridge.ts';
import composeUnquotedPort from '../compose/rules/unquoted-port.ts';
import composeUnsafeSysctl from '../compose/rules/unsafe-sysctl.ts';
import composeVolumesFromContainer from '../compose/rules/volumes-from-container.ts';
import composeWidePortRange from '../compose/rules/wide-port-range.ts';
import composeWindowsProcessIsolation from '../compose/rules/windows-process-isolation.ts';
import composeWritableCgroups from '../compose/rules/writable-cgroups.ts';
import composeWritableRootFilesystem from '../compose/rules/writable-root-filesystem.ts';
import dockerfileAddInsteadOfCopy from '../dockerfile/rules/add-instead-of-copy.ts';
import dockerfileAddRemoteUrl from '../dockerfile/rules/add-remote-url.ts';
import dockerfileApkAllowUntrusted from '../dockerfile/rules/apk-allow-untrusted.ts';
import dockerfileApkNoCacheMissing from '../dockerfile/rules/apk-no-cache-missing.ts';
import dockerfileAptAllowUnauthenticated from '../dockerfile/rules/apt-allow-unauthenticated.ts';
import dockerfileAptForceYes from '../dockerfile/rules/apt-force-yes.ts';
import dockerfileAptInsteadOfAptGet from '../dockerfile/rules/apt-instead-of-apt-get.ts';
import dockerfileAptKeyUsed from '../dockerfile/rules/apt-key-used.ts';
import dockerfileAptListsNotRemoved from '../dockerfile/rules/apt-lists-not-removed.ts';
import dockerfileAssumeYesMissing from '../dockerfile/rules/assume-yes-missing.ts';
import dockerfileBuildToolsInImage from '../dockerfile/rules/build-tools-in-image.ts';
import dockerfileBundlerSslVerifyOff from '../dockerfile/rules/bundler-ssl-verify-off.ts';
import dockerfileCdInsteadOfWorkdir from '../dockerfile/rules/cd-instead-of-workdir.ts';
import dockerfileChownToRuntimeUser from '../dockerfile/rules/chown-to-runtime-user.ts';
import dockerfileChpasswdUsed from '../dockerfile/rules/chpasswd-used.ts';
import dockerfileCloudClientInsecure from '../dockerfile/rules/cloud-client-insecure.ts';
import dockerfileComposerTlsOff from '../dockerfile/rules/composer-tls-off.ts';
import dockerfileCondaSslVerifyOff from '../dockerfile/rules/conda-ssl-verify-off.ts';
import dockerfileConsecutiveRun from '../dockerfile/rules/consecutive-run.ts';
import dockerfileCopyArchiveThenExtract from '../dockerfile/rules/copy-archive-then-extract.ts';
import dockerfileCopyFromSelf from '../dockerfile/rules/copy-from-self.ts';
import dockerfileCopyFromUnknownStage from '../dockerfile/rules/copy-from-unknown-stage.ts';
import dockerfileCopyIgnoredFile from '../dockerfile/rules/copy-ignored-file.ts';
import dockerfileCopyMultiSourceNoSlash from '../dockerfile/rules/copy-multi-source-no-slash.ts';
import dockerfileCopyRelativeDestNoWorkdir from '../dockerfile/rules/copy-relative-dest-no-workdir.ts';
import dockerfileCopyRootFromStage from '../dockerfile/rules/copy-root-from-stage.ts';
import dockerfileCopyWholeContext from '../dockerfile/rules/copy-whole-context.ts';
import dockerfileCredentialCommand from '../dockerfile/rules/credential-command.ts';
import dockerfileCurlInsecure from '../dockerfile/rules/curl-insecure.ts';
import dockerfileCurlWithoutFail from '../dockerfile/rules/curl-without-fail.ts';
import dockerfileDefinitionComment from '../dockerfile/rules/definition-comment.ts';
import dockerfileDockerSocketMount from '../dockerfile/rules/docker-socket-mount.ts';
import dockerfileDownloadClientInsecure from '../dockerfile/rules/download-client-insecure.ts';
import dockerfileDuplicateStageName from '../dockerfile/rules/duplicate-stage-name.ts';
import dockerfileEmptyContinuation from '../dockerfile/rules/empty-continuation.ts';
import dockerfileEmptyPassword from '../dockerfile/rules/empty-password.ts';
import dockerfileEndOfLifeBaseImage from '../dockerfile/rules/end-of-life-base-image.ts';
import dockerfileEnvSelfReference from '../dockerfile/rules/env-self-reference.ts';
import dockerfileExecFormRecommended from '../dockerfile/rules/exec-form-recommended.ts';
import dockerfileExposeHostPort from '../dockerfile/rules/expose-host-port.ts';
import dockerfileExposeProtocolCasing from '../dockerfile/rules/expose-protocol-casing.ts';
import dockerfileFromAsCasing from '../dockerfile/rules/from-as-casing.ts';
import dockerfileFromPlatformConstant from '../dockerfile/rules/from-platform-constant.ts';
import dockerfileFromPlatformRedundant from '../dockerfile/rules/from-platform-redundant.ts';
import dockerfileGitSslNoVerify from '../dockerfile/rules/git-ssl-no-verify.ts';
import dockerfileGoInsecure from '../dockerfile/rules/go-insecure.ts';
import dockerfileHeredocWithoutErrexit from '../dockerfile/rules/heredoc-without-errexit.ts';
import dockerfileImageLatestTag from '../dockerfile/rules/image-latest-tag.ts';
import dockerfileInsecureRunFlag from '../dockerfile/rules/insecure-run-flag.ts';
import dockerfileInstallsAtStart from '../dockerfile/rules/installs-at-start.ts';
import dockerfileInstructionBeforeFrom from '../dockerfile/rules/instruction-before-from.ts';
import dockerfileInstructionCasing from '../dockerfile/rules/instruction-casing.ts';
import dockerfileInvalidDefaultArgInFrom from '../dockerfile/rules/invalid-default-arg-in-from.ts';
import dockerfileInvalidPort from '../dockerfile/rules/invalid-port.ts';
import dockerfileJsonFormMistake from '../dockerfile/rules/json-form-mistake.ts';
import dockerfileJvmBuildInsecure from '../dockerfile/rules/jvm-build-insecure.ts';
import dockerfileKubernetesClientInsecure from '../dockerfile/rules/kubernetes-client-insecure.ts';
import dockerfileLabelKey from '../dockerfile/rules/label-key.ts';
import dockerfileLabelSchema from '../dockerfile/rules/label-schema.ts';
import dockerfileLegacyKeyValue from '../dockerfile/rules/legacy-key-value.ts';
import dockerfileMaintainer from '../dockerfile/rules/maintainer.ts';
import dockerfileMissingDockerignore from '../dockerfile/rules/missing-dockerignore.ts';
import dockerfileMissingHealthcheck from '../dockerfile/rules/missing-healthcheck.ts';
import dockerfileMissingUser from '../dockerfile/rules/missing-user.ts';
import dockerfileMultipleInstructions from '../dockerfile/rules/multiple-instructions.ts';
import dockerfileNoInstallRecommendsMissing from '../dockerfile/rules/no-install-recommends-missing.ts';
import dockerfileNodeTlsRejectOff from '../dockerfile/rules/node-tls-reject-off.ts';
import dockerfileNonNumericUser from '../dockerfile/rules/non-numeric-user.ts';
import dockerfileNpmStrictSslOff from '../dockerfile/rules/npm-strict-ssl-off.ts';
import dockerfileOnbuildForbiddenTrigger from '../dockerfile/rules/onbuild-forbidden-trigger.ts';
import dockerfilePackageManagerInImage from '../dockerfile/rules/package-manager-in-image.ts';
import dockerfilePackageSignatureOff from '../dockerfile/rules/package-signature-off.ts';
import dockerfilePackageUpgrade from '../dockerfile/rules/package-upgrade.ts';
import dockerfilePipCacheKept from '../dockerfile/rules/pip-cache-kept.ts';
import dockerfilePipTrustedHost from '../dockerfile/rules/pip-trusted-host.ts';
import dockerfilePipeToShell from '../dockerfile/rules/pipe-to-shell.ts';
import dockerfilePipefailMissing from '../dockerfile/rules/pipefail-missing.ts';
import dockerfilePlainHttpDownload from '../dockerfile/rules/plain-http-download.ts';
import dockerfilePlaintextServerInstalled from '../dockerfile/rules/plaintext-server-installed.ts';
import dockerfilePointlessCommand from '../dockerfile/rules/pointless-command.ts';
import dockerfilePythonHttpsVerifyOff from '../dockerfile/rules/python-https-verify-off.ts';
import dockerfileRegistryClientInsecure from '../dockerfile/rules/registry-client-insecure.ts';
import dockerfileReservedStageName from '../dockerfile/rules/reserved-stage-name.ts';
import dockerfileRpmCacheNotCleaned from '../dockerfile/rules/rpm-cache-not-cleaned.ts';
import dockerfileRpmNogpgcheck from '../dockerfile/rules/rpm-nogpgcheck.ts';
import dockerfileRunAsRoot from '../dockerfile/rules/run-as-root.ts';
import dockerfileSecretFileCopied from '../dockerfile/rules/secret-file-copied.ts';
import dockerfileSecretFileEnvCopied from '../dockerfile/rules/secret-file-env-copied.ts';
import dockerfileSecretFileWritten from '../dockerfile/rules/secret-file-written.ts';
import dockerfileSecretInArgOrEnv from '../dockerfile/rules/secret-in-arg-or-env.ts';
import dockerfileSecretInCommand from '../dockerfile/rules/secret-in-command.ts';
import dockerfileSecretLiteral from '../dockerfile/rules/secret-literal.ts';
import dockerfileSecretMountMissingRequired from '../dockerfile/rules/secret-mount-missing-required.ts';
import dockerfileSensitiveVolume from '../dockerfile/rules/sensitive-volume.ts';
import dockerfileSetuidFiles from '../dockerfile/rules/setuid-files.ts';
import dockerfileShRelinked from '../dockerfile/rules/sh-relinked.ts';
import dockerfileShortGpgKeyId from '../dockerfile/rules/short-gpg-key-id.ts';
import dockerfileSshHostKeyCheckOff from '../dockerfile/rules/ssh-host-key-check-off.ts';
import dockerfileSshPortExposed from '../dockerfile/rules/ssh-port-exposed.ts';
import dockerfileSshRootLogin from '../dockerfile/rules/ssh-root-login.ts';
import dockerfileSshServerInstalled from '../dockerfile/rules/ssh-server-installed.ts';
import dockerfileStageNameCasing from '../dockerfile/rules/stage-name-casing.ts';
import dockerfileSudoInRun from '../dockerfile/rules/sudo-in-run.ts';
import dockerfileSudoersNopasswd from '../dockerfile/rules/sudoers-nopasswd.ts';
import dockerfileUndefinedArgInFrom from '../dockerfile/rules/undefined-arg-in-from.ts';
import dockerfileUndefinedVariable from '../dockerfile/rules/undefined-variable.ts';
import dockerfileUnknownFlag from '../dockerfile/rules/unknown-flag.ts';
import dockerfileUnnamedStage from '../dockerfile/rules/unnamed-stage.ts';
import dockerfileUnpinnedApkPackages from '../dockerfile/rules/unpinned-apk-packages.ts';
import dockerfileUnpinnedAptPackages from '../dockerfile/rules/unpinned-apt-packages.ts';
import dockerfileUnpinnedDigest from '../dockerfile/rules/unpinned-digest.ts';
import dockerfileUnpinnedGems from '../dockerfile/rules/unpinned-gems.ts';
import dockerfileUnpinnedGoModules from '../dockerfile/rules/unpinned-go-modules.ts';
import dockerfileUnpinnedNpmPackages from '../dockerfile/rules/unpinned-npm-packages.ts';
import dockerfileUnpinnedPipPackages from '../dockerfile/rules/unpinned-pip-packages.ts';
import dockerfileUnpinnedRpmPackages from '../dockerfile/rules/unpinned-rpm-packages.ts';
import dockerfileUntrustedFrontend from '../dockerfile/rules/untrusted-frontend.ts';
import dockerfileUntrustedRegistry from '../dockerfile/rules/untrusted-registry.ts';
import dockerfileUnverifiedProgram from '../dockerfile/rules/unverified-program.ts';
import dockerfileUpdateAlone from '../dockerfile/rules/update-alone.ts';
import dockerfileUseraddHugeLayer from '../dockerfile/rules/useradd-huge-layer.ts';
import dockerfileVulnerableOpensslDownload from '../dockerfile/rules/vulnerable-openssl-download.ts';
import dockerfileWgetAndCurlBoth from '../dockerfile/rules/wget-and-curl-both.ts';
import dockerfileWgetNoCheckCertificate from '../dockerfile/rules/wget-no-check-certificate.ts';
import dockerfileWgetNoProgress from '../dockerfile/rules/wget-no-progress.ts';
import dockerfileWorkdirInSystemDir from '../dockerfile/rules/workdir-in-system-dir.ts';
import dockerfileWorkdirRelative from '../dockerfile/rules/workdir-relative.ts';
import dockerfileWorldWritableChmod from '../dockerfile/rules/world-writable-chmod.ts';
import dockerfileYarnCacheKept from '../dockerfile/rules/yarn-cache-kept.ts';
import dockerfileYumSslverifyOff from '../dockerfile/rules/yum-sslverify-off.ts';
import kubernetesAdmissionFailOpen from '../kubernetes/rules/admission-fail-open.ts';
import kubernetesAllowPrivilegeEscalation from '../kubernetes/rules/allow-privilege-escalation.ts';
import kubernetesApparmorAnnotation from '../kubernetes/rules/apparmor-annotation.ts';
import kubernetesApparmorProfileMissing from '../kubernetes/rules/apparmor-profile-missing.ts';
import kubernetesApparmorUnconfined from '../kubernetes/rules/apparmor-unconfined.ts';
import kubernetesArgoParameterInjection from '../kubernetes/rules/argo-parameter-injection.ts';
import kubernetesAuditPolicyGap from '../kubernetes/rules/audit-policy-gap.ts';
import kubernetesCapabilitiesDropAll from '../kubernetes/rules/capabilities-drop-all.ts';
import kubernetesCapabilityAddRestricted from '../kubernetes/rules/capability-add-restricted.ts';
import kubernetesCapabilityAdded from '../kubernetes/rules/capability-added.ts';
import kubernetesCapabilityNotBaseline from '../kubernetes/rules/capability-not-baseline.ts';
import kubernetesCapabilityWrongSpelling from '../kubernetes/rules/capability-wrong-spelling.ts';
import kubernetesContainerPortDuplicated from '../kubernetes/rules/container-port-duplicated.ts';
import kubernetesContainerRuntimeSocket from '../kubernetes/rules/container-runtime-socket.ts';
import kubernetesContradictorySecurityContext from '../kubernetes/rules/contradictory-security-context.ts';
import kubernetesControlPlaneAccess from '../kubernetes/rules/control-plane-access.ts';
import kubernetesControlPlaneAdmission from '../kubernetes/rules/control-plane-admission.ts';
import kubernetesControlPlaneAudit from '../kubernetes/rules/control-plane-audit.ts';
import kubernetesControlPlaneAuthorization from '../kubernetes/rules/control-plane-authorization.ts';
import kubernetesControlPlaneCredentials from '../kubernetes/rules/control-plane-credentials.ts';
import kubernetesControlPlaneDefaultWeakened from '../kubernetes/rules/control-plane-default-weakened.ts';
import kubernetesControlPlaneExposure from '../kubernetes/rules/control-plane-exposure.ts';
import kubernetesControlPlaneTls from '../kubernetes/rules/control-plane-tls.ts';
import kubernetesCpuLimitMissing from '../kubernetes/rules/cpu-limit-missing.ts';
import kubernetesCpuRequestMissing from '../kubernetes/rules/cpu-request-missing.ts';
import kubernetesCredentialHostPath from '../kubernetes/rules/credential-host-path.ts';
import kubernetesCronjobDeadlineMissing from '../kubernetes/rules/cronjob-deadline-missing.ts';
import kubernetesDangerousCapability from '../kubernetes/rules/dangerous-capability.ts';
import kubernetesDebugModeEnv from '../kubernetes/rules/debug-mode-env.ts';
import kubernetesDefaultNamespace from '../kubernetes/rules/default-namespace.ts';
import kubernetesDefaultSaObjectAutomount from '../kubernetes/rules/default-sa-object-automount.ts';
import kubernetesDefaultServiceAccount from '../kubernetes/rules/default-service-account.ts';
import kubernetesDeprecatedServiceAccountField from '../kubernetes/rules/deprecated-service-account-field.ts';
import kubernetesDnsSearchFirst from '../kubernetes/rules/dns-search-first.ts';
import kubernetesDuplicateEnv from '../kubernetes/rules/duplicate-env.ts';
import kubernetesEncryptionConfigurationPlain from '../kubernetes/rules/encryption-configuration-plain.ts';
import kubernetesEndOfLifeImage from '../kubernetes/rules/end-of-life-image.ts';
import kubernetesEphemeralStorageLimitMissing from '../kubernetes/rules/ephemeral-storage-limit-missing.ts';
import kubernetesGatekeeperRepoPrefixOpen from '../kubernetes/rules/gatekeeper-repo-prefix-open.ts';
import kubernetesGatewayNoTls from '../kubernetes/rules/gateway-no-tls.ts';
import kubernetesGatewayRoutesFromAll from '../kubernetes/rules/gateway-routes-from-all.ts';
import kubernetesGitSyncCodeInjection from '../kubernetes/rules/git-sync-code-injection.ts';
import kubernetesHostAliases from '../kubernetes/rules/host-aliases.ts';
import kubernetesHostNamespace from '../kubernetes/rules/host-namespace.ts';
import kubernetesHostPathVolume from '../kubernetes/rules/host-path-volume.ts';
import kubernetesHostPort from '../kubernetes/rules/host-port.ts';
import kubernetesHpaCannotScale from '../kubernetes/rules/hpa-cannot-scale.ts';
import kubernetesHpaMetricIncomplete from '../kubernetes/rules/hpa-metric-incomplete.ts';
import kubernetesHpaSingleReplica from '../kubernetes/rules/hpa-single-replica.ts';
import kubernetesIdenticalProbes from '../kubernetes/rules/identical-probes.ts';
import kubernetesImageDeprecatedRegistry from '../kubernetes/rules/image-deprecated-registry.ts';
import kubernetesImageLatestTag from '../kubernetes/rules/image-latest-tag.ts';
import kubernetesImageNoDigest from '../kubernetes/rules/image-no-digest.ts';
import kubernetesImagePullPolicy from '../kubernetes/rules/image-pull-policy.ts';
import kubernetesImageUntrustedRegistry from '../kubernetes/rules/image-untrusted-registry.ts';
import kubernetesIngressAnyHost from '../kubernetes/rules/ingress-any-host.ts';
import kubernetesIngressNginxAnnotationInjection from '../kubernetes/rules/ingress-nginx-annotation-injection.ts';
import kubernetesIngressNginxSnippet from '../kubernetes/rules/ingress-nginx-snippet.ts';
import kubernetesIngressNoTls from '../kubernetes/rules/ingress-no-tls.ts';
import kubernetesInvalidPort from '../kubernetes/rules/invalid-port.ts';
import kubernetesJobTtlMissing from '../kubernetes/rules/job-ttl-missing.ts';
import kubernetesKnownRiskyComponent from '../kubernetes/rules/known-risky-component.ts';
import kubernetesKubeSystemNamespace from '../kubernetes/rules/kube-system-namespace.ts';
import kubernetesKubeletNodeProtection from '../kubernetes/rules/kubelet-node-protection.ts';
import kubernetesLegacySaTokenSecret from '../kubernetes/rules/legacy-sa-token-secret.ts';
import kubernetesLivenessProbeMissing from '../kubernetes/rules/liveness-probe-missing.ts';
import kubernetesLoadBalancerNoCertificate from '../kubernetes/rules/load-balancer-no-certificate.ts';
import kubernetesLowGid from '../kubernetes/rules/low-gid.ts';
import kubernetesLowUid from '../kubernetes/rules/low-uid.ts';
import kubernetesMemoryLimitMissing from '../kubernetes/rules/memory-limit-missing.ts';
import kubernetesMemoryRequestMissing from '../kubernetes/rules/memory-request-missing.ts';
import kubernetesMisplacedSecurityContextField from '../kubernetes/rules/misplaced-security-context-field.ts';
import kubernetesMountPropagationBidirectional from '../kubernetes/rules/mount-propagation-bidirectional.ts';
import kubernetesNamespaceShadowsDomain from '../kubernetes/rules/namespace-shadows-domain.ts';
import kubernetesNamespaceWithoutPodSecurity from '../kubernetes/rules/namespace-without-pod-security.ts';
import kubernetesNetworkPolicyAllowAll from '../kubernetes/rules/network-policy-allow-all.ts';
import kubernetesNetworkPolicyMissingSelector from '../kubernetes/rules/network-policy-missing-selector.ts';
import kubernetesPdbBlocksEviction from '../kubernetes/rules/pdb-blocks-eviction.ts';
import kubernetesPdbUnhealthyPods from '../kubernetes/rules/pdb-unhealthy-pods.ts';
import kubernetesPdbWithoutBudget from '../kubernetes/rules/pdb-without-budget.ts';
import kubernetesPodSecurityLabelInvalid from '../kubernetes/rules/pod-security-label-invalid.ts';
import kubernetesPodSecurityLabelPrivileged from '../kubernetes/rules/pod-security-label-privileged.ts';
import kubernetesPodSecurityPolicyPermissive from '../kubernetes/rules/pod-security-policy-permissive.ts';
import kubernetesPriorityClassMissing from '../kubernetes/rules/priority-class-missing.ts';
import kubernetesPriorityClassNotAllowed from '../kubernetes/rules/priority-class-not-allowed.ts';
import kubernetesPrivilegedContainerPort from '../kubernetes/rules/privileged-container-port.ts';
import kubernetesPrivilegedContainer from '../kubernetes/rules/privileged-container.ts';
import kubernetesProbeOrHookHost from '../kubernetes/rules/probe-or-hook-host.ts';
import kubernetesProbePortUndeclared from '../kubernetes/rules/probe-port-undeclared.ts';
import kubernetesProcMountRestricted from '../kubernetes/rules/proc-mount-restricted.ts';
import kubernetesProcMountUnmasked from '../kubernetes/rules/proc-mount-unmasked.ts';
import kubernetesRbacBindAnonymous from '../kubernetes/rules/rbac-bind-anonymous.ts';
import kubernetesRbacBindAuthenticated from '../kubernetes/rules/rbac-bind-authenticated.ts';
import kubernetesRbacBindDefaultSa from '../kubernetes/rules/rbac-bind-default-sa.ts';
import kubernetesRbacBindMasters from '../kubernetes/rules/rbac-bind-masters.ts';
import kubernetesRbacClusterAdminBinding from '../kubernetes/rules/rbac-cluster-admin-binding.ts';
import kubernetesRbacCreateBindings from '../kubernetes/rules/rbac-create-bindings.ts';
import kubernetesRbacCreatePersistentVolumes from '../kubernetes/rules/rbac-create-persistent-volumes.ts';
import kubernetesRbacCreateWorkloads from '../kubernetes/rules/rbac-create-workloads.ts';
import kubernetesRbacDeleteEvents from '../kubernetes/rules/rbac-delete-events.ts';
import kubernetesRbacDeleteWorkloads from '../kubernetes/rules/rbac-delete-workloads.ts';
import kubernetesRbacEscalateBindImpersonate from '../kubernetes/rules/rbac-escalate-bind-impersonate.ts';
import kubernetesRbacIssueCredentials from '../kubernetes/rules/rbac-issue-credentials.ts';
import kubernetesRbacModifyConfigmaps from '../kubernetes/rules/rbac-modify-configmaps.ts';
import kubernetesRbacModifyNetwork from '../kubernetes/rules/rbac-modify-network.ts';
import kubernetesRbacNodesProxy from '../kubernetes/rules/rbac-nodes-proxy.ts';
import kubernetesRbacPodExec from '../kubernetes/rules/rbac-pod-exec.ts';
import kubernetesRbacRuleWithoutEffect from '../kubernetes/rules/rbac-rule-without-effect.ts';
import kubernetesRbacSecretAccess from '../kubernetes/rules/rbac-secret-access.ts';
import kubernetesRbacWebhookConfig from '../kubernetes/rules/rbac-webhook-config.ts';
import kubernetesRbacWildcard from '../kubernetes/rules/rbac-wildcard.ts';
import kubernetesReadOnlyRootFilesystem from '../kubernetes/rules/read-only-root-filesystem.ts';
import kubernetesReadinessProbeMissing from '../kubernetes/rules/readiness-probe-missing.ts';
import kubernetesRecommendedLabelsMissing from '../kubernetes/rules/recommended-labels-missing.ts';
import kubernetesRecreateStrategy from '../kubernetes/rules/recreate-strategy.ts';
import kubernetesRemovedApiVersion from '../kubernetes/rules/removed-api-version.ts';
import kubernetesReplicasNotSpread from '../kubernetes/rules/replicas-not-spread.ts';
import kubernetesRequestBelowLimit from '../kubernetes/rules/request-below-limit.ts';
import kubernetesRequiredMetadata from '../kubernetes/rules/required-metadata.ts';
import kubernetesRestartPolicyRefused from '../kubernetes/rules/restart-policy-refused.ts';
import kubernetesRestrictedVolumeType from '../kubernetes/rules/restricted-volume-type.ts';
import kubernetesRouteInsecure from '../kubernetes/rules/route-insecure.ts';
import kubernetesRunAsNonRoot from '../kubernetes/rules/run-as-non-root.ts';
import kubernetesRunAsRootGroup from '../kubernetes/rules/run-as-root-group.ts';
import kubernetesRunAsRootUser from '../kubernetes/rules/run-as-root-user.ts';
import kubernetesRuntimeClassSandbox from '../kubernetes/rules/runtime-class-sandbox.ts';
import kubernetesSandboxEgressOpen from '../kubernetes/rules/sandbox-egress-open.ts';
import kubernetesSccPermissive from '../kubernetes/rules/scc-permissive.ts';
import kubernetesSeccompProfileMissing from '../kubernetes/rules/seccomp-profile-missing.ts';
import kubernetesSeccompUnconfined from '../kubernetes/rules/seccomp-unconfined.ts';
import kubernetesSecretAsEnv from '../kubernetes/rules/secret-as-env.ts';
import kubernetesSecretInConfigmap from '../kubernetes/rules/secret-in-configmap.ts';
import kubernetesSecretInEnvLiteral from '../kubernetes/rules/secret-in-env-literal.ts';
import kubernetesSecretInKustomization from '../kubernetes/rules/secret-in-kustomization.ts';
import kubernetesSecretPlainManifest from '../kubernetes/rules/secret-plain-manifest.ts';
import kubernetesSelectorMismatch from '../kubernetes/rules/selector-mismatch.ts';
import kubernetesSelinuxCustomOptions from '../kubernetes/rules/selinux-custom-options.ts';
import kubernetesSensitiveHostPath from '../kubernetes/rules/sensitive-host-path.ts';
import kubernetesServiceAccountTokenAutomount from '../kubernetes/rules/service-account-token-automount.ts';
import kubernetesServiceExternalIp from '../kubernetes/rules/service-external-ip.ts';
import kubernetesServiceExternalName from '../kubernetes/rules/service-external-name.ts';
import kubernetesServiceNodePort from '../kubernetes/rules/service-node-port.ts';
import kubernetesServicePublicLoadBalancer from '../kubernetes/rules/service-public-load-balancer.ts';
import kubernetesShareProcessNamespace from '../kubernetes/rules/share-process-namespace.ts';
import kubernetesSingleReplica from '../kubernetes/rules/single-replica.ts';
import kubernetesSkipTlsVerify from '../kubernetes/rules/skip-tls-verify.ts';
import kubernetesSshPort from '../kubernetes/rules/ssh-port.ts';
import kubernetesStatefulsetWithoutServiceName from '../kubernetes/rules/statefulset-without-service-name.ts';
import kubernetesStorageClassUnencrypted from '../kubernetes/rules/storage-class-unencrypted.ts';
import kubernetesSudoInCommand from '../kubernetes/rules/sudo-in-command.ts';
import kubernetesTopologySpreadWithoutEffect from '../kubernetes/rules/topology-spread-without-effect.ts';
import kubernetesUnknownField from '../kubernetes/rules/unknown-field.ts';
import kubernetesUnreadableSecuritySetting from '../kubernetes/rules/unreadable-security-setting.ts';
import kubernetesUnsafeSysctl from '../kubernetes/rules/unsafe-sysctl.ts';
import kubernetesUserNamespaceNotUsed from '../kubernetes/rules/user-namespace-not-used.ts';
import kubernetesVolumeClaimShared from '../kubernetes/rules/volume-claim-shared.ts';
import kubernetesVolumeClaimWithoutRequest from '../kubernetes/rules/volume-claim-without-request.ts';
import kubernetesWindowsHostProcess from '../kubernetes/rules/windows-host-process.ts';
import kubernetesWindowsRunAsUserName from '../kubernetes/rules/windows-run-as-user-name.ts';
import kubernetesWritableHostPath from '../kubernetes/rules/writable-host-path.ts';
import kubernetesWritableProgramMount from '../kubernetes/rules/writable-program-mount.ts';
import projectAdminInterfaceExposed from '../project/rules/admin-interface-exposed.ts';
import projectAutoscalerTargetMissing from '../project/rules/autoscaler-target-missing.ts';
import projectBackendServiceMissing from '../project/rules/backend-service-missing.ts';
import projectBoundRoleMissing from '../project/rules/bound-role-missing.ts';
import projectNamespaceWithoutNetworkPolicy from '../project/rules/namespace-without-network-policy.ts';
import projectNamespaceWithoutQuota from '../project/rules/namespace-without-quota.ts';
import projectNetworkPolicyOneWay from '../project/rules/network-policy-one-way.ts';
import projectNetworkPolicyWithoutPods from '../project/rules/network-policy-without-pods.ts';
import projectPodDisruptionBudgetBlocks from '../project/rules/pod-disruption-budget-blocks.ts';
import projectPodDisruptionBudgetMissing from '../project/rules/pod-disruption-budget-missing.ts';
import projectPodSecurityAdmission from '../project/rules/pod-security-admission.ts';
import projectPodWithoutNetworkPolicy from '../project/rules/pod-without-network-policy.ts';
import projectReferencedConfigMissing from '../project/rules/referenced-config-missing.ts';
import projectReferencedKeyMissing from '../project/rules/referenced-key-missing.ts';
import projectServiceAccountMissing from '../project/rules/service-account-missing.ts';
import projectServiceMonitorWithoutServices from '../project/rules/service-monitor-without-services.ts';
import projectServiceTargetPortMissing from '../project/rules/service-target-port-missing.ts';
import projectServiceWithoutPods from '../project/rules/service-without-pods.ts';
import projectSharedServiceAccount from '../project/rules/shared-service-account.ts';
import projectWorkloadExposed from '../project/rules/workload-exposed.ts';
import projectWorkloadPowerfulAccount from '../project/rules/workload-powerful-account.ts';

/** Every rule there is, by id. */
export const allRules: readonly AnyRule[] = [
  dockerfileAddInsteadOfCopy,
  dockerfileAddRemoteUrl,
  dockerfileApkAllowUntrusted,
  dockerfileApkNoCacheMissing,
  dockerfileAptAllowUnauthenticated,
  dockerfileAptForceYes,
  dockerfileAptInsteadOfAptGet,
  dockerfileAptKeyUsed,
  dockerfileAptListsNotRemoved,
  dockerfileAssumeYesMissing,
  dockerfileBuildToolsInImage,
  dockerfileBundlerSslVerifyOff,
  dockerfileCdInsteadOfWorkdir,
  dockerfileChownToRuntimeUser,
  dockerfileChpasswdUsed,
  dockerfileCloudClientInsecure,
  dockerfileComposerTlsOff,
  dockerfileCondaSslVerifyOff,
  dockerfileConsecutiveRun,
  dockerfileCopyArchiveThenExtract,
  dockerfileCopyFromSelf,
  dockerfileCopyFromUnknownStage,
  dockerfileCopyIgnoredFile,
  dockerfileCopyMultiSourceNoSlash,
  dockerfileCopyRelativeDestNoWorkdir,
  dockerfileCopyRootFromStage,
  dockerfileCopyWholeContext,
  dockerfileCredentialCommand,
  dockerfileCurlInsecure,
  dockerfileCurlWithoutFail,
  dockerfileDefinitionComment,
  dockerfileDockerSocketMount,
  dockerfileDownloadClientInsecure,
  dockerfileDuplicateStageName,
  dockerfileEmptyContinuation,
  dockerfileEmptyPassword,
  dockerfileEndOfLifeBaseImage,
  dockerfileEnvSelfReference,
  dockerfileExecFormRecommended,
  dockerfileExposeHostPort,
  dockerfileExposeProtocolCasing,
  dockerfileFromAsCasing,
  dockerfileFromPlatformConstant,
  dockerfileFromPlatformRedundant,
  dockerfileGitSslNoVerify,
  dockerfileGoInsecure,
  dockerfileHeredocWithoutErrexit,
  dockerfileImageLatestTag,
  dockerfileInsecureRunFlag,
  dockerfileInstallsAtStart,
  dockerfileInstructionBeforeFrom,
  dockerfileInstructionCasing,
  dockerfileInvalidDefaultArgInFrom,
  dockerfileInvalidPort,
  dockerfileJsonFormMistake,
  dockerfileJvmBuildInsecure,
  dockerfileKubernetesClientInsecure,
  dockerfileLabelKey,
  dockerfileLabelSchema,
  dockerfileLegacyKeyValue,
  dockerfileMaintainer,
  dockerfileMissingDockerignore,
  dockerfileMissingHealthcheck,
  dockerfileMissingUser,
  dockerfileMultipleInstructions,
  dockerfileNoInstallRecommendsMissing,
  dockerfileNodeTlsRejectOff,
  dockerfileNonNumericUser,
  dockerfileNpmStrictSslOff,
  dockerfileOnbuildForbiddenTrigger,
  dockerfilePackageManagerInImage,
  dockerfilePackageSignatureOff,
  dockerfilePackageUpgrade,
  dockerfilePipCacheKept,
  dockerfilePipTrustedHost,
  dockerfilePipeToShell,
  dockerfilePipefailMissing,
  dockerfilePlainHttpDownload,
  dockerfilePlaintextServerInstalled,
  dockerfilePointlessCommand,
  dockerfilePythonHttpsVerifyOff,
  dockerfileRegistryClientInsecure,
  dockerfileReservedStageName,
  dockerfileRpmCacheNotCleaned,
  dockerfileRpmNogpgcheck,
  dockerfileRunAsRoot,
  dockerfileSecretFileCopied,
  dockerfileSecretFileEnvCopied,
  dockerfileSecretFileWritten,
  dockerfileSecretInArgOrEnv,
  dockerfileSecretInCommand,
  dockerfileSecretLiteral,
  dockerfileSecretMountMissingRequired,
  dockerfileSensitiveVolume,
  dockerfileSetuidFiles,
  dockerfileShRelinked,
  dockerfileShortGpgKeyId,
  dockerfileSshHostKeyCheckOff,
  dockerfileSshPortExposed,
  dockerfileSshRootLogin,
  dockerfileSshServerInstalled,
  dockerfileStageNameCasing,
  dockerfileSudoInRun,
  dockerfileSudoersNopasswd,
  dockerfileUndefinedArgInFrom,
  dockerfileUndefinedVariable,
  dockerfileUnknownFlag,
  dockerfileUnnamedStage,
  dockerfileUnpinnedApkPackages,
  dockerfileUnpinnedAptPackages,
  dockerfileUnpinnedDigest,
  dockerfileUnpinnedGems,
  dockerfileUnpinnedGoModules,
  dockerfileUnpinnedNpmPackages,
  dockerfileUnpinnedPipPackages,
  dockerfileUnpinnedRpmPackages,
  dockerfileUntrustedFrontend,
  dockerfileUntrustedRegistry,
  dockerfileUnverifiedProgram,
  dockerfileUpdateAlone,
  dockerfileUseraddHugeLayer,
  dockerfileVulnerableOpensslDownload,
  dockerfileWgetAndCurlBoth,
  dockerfileWgetNoCheckCertificate,
  dockerfileWgetNoProgress,
  dockerfileWorkdirInSystemDir,
  dockerfileWorkdirRelative,
  dockerfileWorldWritableChmod,
  dockerfileYarnCacheKept,
  dockerfileYumSslverifyOff,
  composeApparmorUnconfined,
  composeAuthenticationDisabled,
  composeBackendNetworkNotInternal,
  composeBindMountCouldBeReadOnly,
  composeBindPropagationShared,
  composeBuildNetworkHost,
  composeBuildWithPublicImage,
  composeCapabilitiesNotDropped,
  composeCgroupParent,
  composeCpuLimitMissing,
  composeDangerousCapabilityAdd,
  composeDatabaseOnExternalNetwork,
  composeDebugModeEnabled,
  composeDefaultBridgeNetwork,
  composeDefaultCredentials,
  composeDeviceCgroupRuleWildcard,
  composeDirectNetworkDriver,
  composeDockerApiSocket,
  composeDockerSocketMount,
  composeDockerTcpEndpoint,
  composeDuplicateContainerName,
  composeDuplicateHostPort,
  composeDuplicateSecurityKey,
  composeEndOfLifeImage,
  composeGpuAll,
  composeHardcodedSecretEnv,
  composeHealthcheckMissing,
  composeHostCredentialMount,
  composeHostDeviceExposed,
  composeHostGateway,
  composeHostNamespace,
  composeHostNetworkByName,
  composeHostPrivilegedPort,
  composeImageLatestTag,
  composeImageNoDigest,
  composeImageTagDrift,
  composeImageUntrustedRegistry,
  composeInsecureSource,
  composeInstallsAtStart,
  composeInvalidContainerName,
  composeLegacyLinks,
  composeLogRotationMissing,
  composeLoggingDisabled,
  composeLoginServer,
  composeMemoryLimitMissing,
  composeMergeKeyListShadowing,
  composeMissingNonRootUser,
  composeMisspelledSecurityKey,
  composeNamespaceJoin,
  composeNoNetworkSegmentation,
  composeNoNewPrivilegesMissing,
  composeObsoleteVersionKey,
  composeOomKillDisabled,
  composeOverrideKeepsOpenPort,
  composePidsLimitMissing,
  composePlainHttpUrl,
  composePlaintextPort,
  composePortAllInterfaces,
  composePrivilegedBuild,
  composePrivilegedContainer,
  composePrivilegedGroupAdd,
  composePrivilegedLifecycleHook,
  composeProjectNameMissing,
  composeProviderRunsProgram,
  composePullPolicyStale,
  composeRemoteDebugger,
  composeRemoteSourceUnpinned,
  composeReplicasHostBind,
  composeRestartPolicyUnbounded,
  composeRootEquivalentHostMount,
  composeRunsAsRoot,
  composeSeccompProfileFile,
  composeSeccompUnconfined,
  composeSecretInBuildArgs,
  composeSecretInCommand,
  composeSecretInConfig,
  composeSecretInEnvFile,
  composeSecretInEnvironment,
  composeSecretInLabels,
  composeSecretModeIgnored,
  composeSecurityKeyReset,
  composeSelinuxDisabled,
  composeSelinuxRelabelSystemPath,
  composeSensitiveHostMount,
  composeSensitivePortPublished,
  composeSharedVolume,
  composeStatefulImageWithoutVolume,
  composeSwarmAttachableOverlay,
  composeSwarmEncryptedOverlayWindows,
  composeSwarmHostIpIgnored,
  composeSwarmIgnoredKey,
  composeSwarmIgnoredSecurityOption,
  composeSwarmManagerSocket,
  composeSwarmOverlayUnencrypted,
  composeSwarmRefusedKey,
  composeSystemPathsUnmasked,
  composeTlsVerificationDisabled,
  composeTmpfsInsecureOptions,
  composeUlimitUnbounded,
  composeUnneededDefaultCapability,
  composeUnprotectedBridge,
  composeUnquotedPort,
  composeUnsafeSysctl,
  composeVolumesFromContainer,
  composeWidePortRange,
  composeWindowsProcessIsolation,
  composeWritableCgroups,
  composeWritableRootFilesystem,
  kubernetesAdmissionFailOpen,
  kubernetesAllowPrivilegeEscalation,
  kubernetesApparmorAnnotation,
  kubernetesApparmorProfileMissing,
  kubernetesApparmorUnconfined,
  kubernetesArgoParameterInjection,
  kubernetesAuditPolicyGap,
  kubernetesCapabilitiesDropAll,
  kubernetesCapabilityAddRestricted,
  kubernetesCapabilityAdded,
  kubernetesCapabilityNotBaseline,
  kubernetesCapabilityWrongSpelling,
  kubernetesContainerPortDuplicated,
  kubernetesContainerRuntimeSocket,
  kubernetesContradictorySecurityContext,
  kubernetesControlPlaneAccess,
  kubernetesControlPlaneAdmission,
  kubernetesControlPlaneAudit,
  kubernetesControlPlaneAuthorization,
  kubernetesControlPlaneCredentials,
  kubernetesControlPlaneDefaultWeakened,
  kubernetesControlPlaneExposure,
  kubernetesControlPlaneTls,
  kubernetesCpuLimitMissing,
  kubernetesCpuRequestMissing,
  kubernetesCredentialHostPath,
  kubernetesCronjobDeadlineMissing,
  kubernetesDangerousCapability,
  kubernetesDebugModeEnv,
  kubernetesDefaultNamespace,
  kubernetesDefaultSaObjectAutomount,
  kubernetesDefaultServiceAccount,
  kubernetesDeprecatedServiceAccountField,
  kubernetesDnsSearchFirst,
  kubernetesDuplicateEnv,
  kubernetesEncryptionConfigurationPlain,
  kubernetesEndOfLifeImage,
  kubernetesEphemeralStorageLimitMissing,
  kubernetesGatekeeperRepoPrefixOpen,
  kubernetesGatewayNoTls,
  kubernetesGatewayRoutesFromAll,
  kubernetesGitSyncCodeInjection,
  kubernetesHostAliases,
  kubernetesHostNamespace,
  kubernetesHostPathVolume,
  kubernetesHostPort,
  kubernetesHpaCannotScale,
  kubernetesHpaMetricIncomplete,
  kubernetesHpaSingleReplica,
  kubernetesIdenticalProbes,
  kubernetesImageDeprecatedRegistry,
  kubernetesImageLatestTag,
  kubernetesImageNoDigest,
  kubernetesImagePullPolicy,
  kubernetesImageUntrustedRegistry,
  kubernetesIngressAnyHost,
  kubernetesIngressNginxAnnotationInjection,
  kubernetesIngressNginxSnippet,
  kubernetesIngressNoTls,
  kubernetesInvalidPort,
  kubernetesJobTtlMissing,
  kubernetesKnownRiskyComponent,
  kubernetesKubeSystemNamespace,
  kubernetesKubeletNodeProtection,
  kubernetesLegacySaTokenSecret,
  kubernetesLivenessProbeMissing,
  kubernetesLoadBalancerNoCertificate,
  kubernetesLowGid,
  kubernetesLowUid,
  kubernetesMemoryLimitMissing,
  kubernetesMemoryRequestMissing,
  kubernetesMisplacedSecurityContextField,
  kubernetesMountPropagationBidirectional,
  kubernetesNamespaceShadowsDomain,
  kubernetesNamespaceWithoutPodSecurity,
  kubernetesNetworkPolicyAllowAll,
  kubernetesNetworkPolicyMissingSelector,
  kubernetesPdbBlocksEviction,
  kubernetesPdbUnhealthyPods,
  kubernetesPdbWithoutBudget,
  kubernetesPodSecurityLabelInvalid,
  kubernetesPodSecurityLabelPrivileged,
  kubernetesPodSecurityPolicyPermissive,
  kubernetesPriorityClassMissing,
  kubernetesPriorityClassNotAllowed,
  kubernetesPrivilegedContainerPort,
  kubernetesPrivilegedContainer,
  kubernetesProbeOrHookHost,
  kubernetesProbePortUndeclared,
  kubernetesProcMountRestricted,
  kubernetesProcMountUnmasked,
  kubernetesRbacBindAnonymous,
  kubernetesRbacBindAuthenticated,
  kubernetesRbacBindDefaultSa,
  kubernetesRbacBindMasters,
  kubernetesRbacClusterAdminBinding,
  kubernetesRbacCreateBindings,
  kubernetesRbacCreatePersistentVolumes,
  kubernetesRbacCreateWorkloads,
  kubernetesRbacDeleteEvents,
  kubernetesRbacDeleteWorkloads,
  kubernetesRbacEscalateBindImpersonate,
  kubernetesRbacIssueCredentials,
  kubernetesRbacModifyConfigmaps,
  kubernetesRbacModifyNetwork,
  kubernetesRbacNodesProxy,
  kubernetesRbacPodExec,
  kubernetesRbacRuleWithoutEffect,
  kubernetesRbacSecretAccess,
  kubernetesRbacWebhookConfig,
  kubernetesRbacWildcard,
  kubernetesReadOnlyRootFilesystem,
  kubernetesReadinessProbeMissing,
  kubernetesRecommendedLabelsMissing,
  kubernetesRecreateStrategy,
  kubernetesRemovedApiVersion,
  kubernetesReplicasNotSpread,
  kubernetesRequestBelowLimit,
  kubernetesRequiredMetadata,
  kubernetesRestartPolicyRefused,
  kubernetesRestrictedVolumeType,
  kubernetesRouteInsecure,
  kubernetesRunAsNonRoot,
  kubernetesRunAsRootGroup,
  kubernetesRunAsRootUser,
  kubernetesRuntimeClassSandbox,
  kubernetesSandboxEgressOpen,
  kubernetesSccPermissive,
  kubernetesSeccompProfileMissing,
  kubernetesSeccompUnconfined,
  kubernetesSecretAsEnv,
  kubernetesSecretInConfigmap,
  kubernetesSecretInEnvLiteral,
  kubernetesSecretInKustomization,
  kubernetesSecretPlainManifest,
  kubernetesSelectorMismatch,
  kubernetesSelinuxCustomOptions,
  kubernetesSensitiveHostPath,
  kubernetesServiceAccountTokenAutomount,
  kubernetesServiceExternalIp,
  kubernetesServiceExternalName,
  kubernetesServiceNodePort,
  kubernetesServicePublicLoadBalancer,
  kubernetesShareProcessNamespace,
  kubernetesSingleReplica,
  kubernetesSkipTlsVerify,
  kubernetesSshPort,
  kubernetesStatefulsetWithoutServiceName,
  kubernetesStorageClassUnencrypted,
  kubernetesSudoInCommand,
  kubernetesTopologySpreadWithoutEffect,
  kubernetesUnknownField,
  kubernetesUnreadableSecuritySetting,
  kubernetesUnsafeSysctl,
  kubernetesUserNamespaceNotUsed,
  kubernetesVolumeClaimShared,
  kubernetesVolumeClaimWithoutRequest,
  kubernetesWindowsHostProcess,
  kubernetesWindowsRunAsUserName,
  kubernetesWritableHostPath,
  kubernetesWritableProgramMount,
  projectAdminInterfaceExposed,
  projectAutoscalerTargetMissing,
  projectBackendServiceMissing,
  projectBoundRoleMissing,
  projectNamespaceWithoutNetworkPolicy,
  projectNamespaceWithoutQuota,
  projectNetworkPolicyOneWay,
  projectNetworkPolicyWithoutPods,
  projectPodDisruptionBudgetBlocks,
  projectPodDisruptionBudgetMissing,
  projectPodSecurityAdmission,
  projectPodWithoutNetworkPolicy,
  projectReferencedConfigMissing,
  projectReferencedKeyMissing,
  projectServiceAccountMissing,
  projectServiceMonitorWithoutServices,
  projectServiceTargetPortMissing,
  projectServiceWithoutPods,
  projectSharedServiceAccount,
  projectWorkloadExposed,
  projectWorkloadPowerfulAccount,
  seaworthyUnusedSuppression,
];
