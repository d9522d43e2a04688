{{/* Labels that select a component's pods; they never change. Takes (list $ "api"). */}}
{{- define "story.selector" -}}
{{- $root := index . 0 -}}
app.kubernetes.io/name: story-1-1
app.kubernetes.io/instance: {{ $root.Release.Name }}
app.kubernetes.io/component: {{ index . 1 }}
{{- end }}

{{/* Labels of an object. A pod does not get them: a new chart version would restart the data. */}}
{{- define "story.labels" -}}
{{- $root := index . 0 -}}
{{ include "story.selector" . }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
helm.sh/chart: {{ $root.Chart.Name }}-{{ $root.Chart.Version }}
{{- end }}

{{/* An image reference out of {repository, digest, tag}. Takes (list "api.image" $image). */}}
{{- define "story.image" -}}
{{- $path := index . 0 -}}
{{- $image := index . 1 -}}
{{- $repository := required (printf "%s.repository is empty: say which image to run" $path) $image.repository -}}
{{- if $image.digest -}}
{{ $repository }}@{{ $image.digest }}
{{- else -}}
{{ $repository }}:{{ required (printf "%s needs a digest or a tag" $path) $image.tag }}
{{- end -}}
{{- end }}

{{- define "story.secretName" -}}
{{ .Values.secrets.existingSecret | default (printf "%s-passwords" .Release.Name) }}
{{- end }}

{{/* Environment variable from a key of the passwords' Secret. Takes (list $ "NAME" "key"). */}}
{{- define "story.secretEnv" -}}
- name: {{ index . 1 }}
  valueFrom:
    secretKeyRef:
      name: {{ include "story.secretName" (index . 0) }}
      key: {{ index . 2 }}
{{- end }}

{{/* Security of a pod and of its containers, as the Pod Security level "restricted" asks. */}}
{{- define "story.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ .uid }}
runAsGroup: {{ .gid }}
{{- if .volumes }}
fsGroup: {{ .gid }}
fsGroupChangePolicy: OnRootMismatch
{{- end }}
seccompProfile:
  type: RuntimeDefault
{{- end }}

{{- define "story.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities:
  drop: [ALL]
{{- end }}

{{/* The volume "data": in the pod, or none where a claim of the StatefulSet gives it. */}}
{{- define "story.dataVolume" -}}
{{- if not .enabled }}
- name: data
  emptyDir:
    sizeLimit: {{ .size }}
{{- end }}
{{- end }}

{{- define "story.dataClaim" -}}
{{- if .enabled }}
volumeClaimTemplates:
  - metadata:
      name: data
    spec:
      accessModes: [ReadWriteOnce]
      {{- with .storageClass }}
      storageClassName: {{ . }}
      {{- end }}
      resources:
        requests:
          storage: {{ .size }}
{{- end }}
{{- end }}
